"""Making the compiled files of a county, or of the core's vocabulary."""

from pathlib import Path

from psykavtal.plugins import core_vocabulary
from psykavtal.plugins.compiled import compiled, name_of
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.file_reader import read_county_file, read_document_file
from psykavtal.plugins.package_files import write_within
from psykavtal.plugins.toml_plugin import COUNTY_FILE, TomlCounty


def compile_county(plugin: TomlCounty) -> dict[str, str]:
    """The compiled files of a county, by name, made from its TOML and nothing else.

    Raises:
        CountyFileError: with all faults of a file.
    """
    source = plugin.source(COUNTY_FILE)
    faults = Faults(COUNTY_FILE, source)
    county = read_county_file(source, faults)
    faults.raise_any()
    made = {name_of(COUNTY_FILE): compiled(county, [source])}
    documents = {each.id: each for each in county.documents}
    for document_id, file in county.content:
        text = plugin.source(file)
        faults = Faults(file, text)
        content = read_document_file(text, documents[document_id], documents, faults)
        faults.raise_any()
        made[name_of(file)] = compiled(content, [source, text])
    return made


def compile_vocabulary() -> dict[str, str]:
    """The compiled files of the core's vocabulary, by name."""
    topics, facts = core_vocabulary.read(core_vocabulary.TOPICS), core_vocabulary.read(core_vocabulary.FACTS)
    return {
        name_of(core_vocabulary.TOPICS): compiled(core_vocabulary.topics_of(topics), [topics]),
        name_of(core_vocabulary.FACTS): compiled(core_vocabulary.facts_of(facts), [facts]),
    }


def write_files(folder: Path, files: dict[str, str]) -> list[Path]:
    """Write the files into a folder; return those that were written, since they differed.

    Raises:
        SourceError: one of them is a link, or leads out of the folder.
    """
    return [folder / name for name, text in files.items() if write_within(folder, name, text)]
