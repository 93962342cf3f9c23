"""How an answer looks: tables, text, Mermaid, HTML. Decides nothing."""
