"""Making the compiled files of a county, or of the core's vocabulary."""

from pathlib import Path

from psykavtal.plugins import vocabulary
from psykavtal.plugins.compiled import compiled, name_of
from psykavtal.plugins.county_files import COUNTY_FILE, CountyFiles
from psykavtal.plugins.package_files import write_within
from psykavtal.plugins.reading.faults import Faults
from psykavtal.plugins.reading.files import read_county_file, read_document_file


def compile_county(plugin: CountyFiles) -> dict[str, str]:
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
    topics, facts = vocabulary.read(vocabulary.TOPICS), vocabulary.read(vocabulary.FACTS)
    return {
        name_of(vocabulary.TOPICS): compiled(vocabulary.topics_of(topics), [topics]),
        name_of(vocabulary.FACTS): compiled(vocabulary.facts_of(facts), [facts]),
    }


def write_files(folder: Path, files: dict[str, str]) -> list[Path]:
    """Write the files into a folder; return those that were written, since they differed.

    Raises:
        SourceError: one of them is a link, or leads out of the folder.
    """
    return [folder / name for name, text in files.items() if write_within(folder, name, text)]
