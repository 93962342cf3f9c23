"""The results as objects: sequence, repr, HTML, pickles, threads, documents that cannot be read."""

import pickle
import pickletools
from concurrent.futures import ThreadPoolExecutor

import psykavtal_jamtland
import pytest

import psykavtal
from psykavtal import TomlCounty, hookimpl, load_counties
from psykavtal.output.search_records import search_record


def test_results_are_a_sequence(counties):
    results = counties.find("SIP")
    assert list(results) == [results[at] for at in range(len(results))] == list(results[:])
    assert results[-1] == list(results)[-1]
    assert results[2:4] == tuple(results)[2:4]
    assert [each.rank for each in results] == list(range(1, len(results) + 1))
    scores = [each.score for each in results if each.provision is not None]
    assert scores == sorted(scores, reverse=True)
    assert results.provisions == tuple(each.provision for each in results if each.provision is not None)
    with pytest.raises(IndexError):
        results[len(results)]
    assert results == counties.find("SIP")
    assert results != counties.find("LVM")
    assert len({results, counties.find("SIP")}) == 1


def test_a_result_tells_the_words_and_the_fields(counties):
    for query in ("kommunens", "LVM", "psykiatriska tillstånd", "compensation", "plan"):
        for each in counties.find(query):
            assert each.words, each
            assert each.where, each
            assert (each.provision is None) != (each.thing is None)
            assert each.document is None or each.document == each.provision.document


def test_the_repr_shows_the_first_results(counties):
    results = counties.find("SIP")
    lines = repr(results).splitlines()
    assert lines[0] == f"<SearchResults for 'SIP': {len(results)}"
    assert lines[1].strip() == repr(results[0])
    assert lines[-1] == f"  ... {len(results) - 10} more>"
    assert results[0].provision.id in repr(results[0])
    assert "nearest: 'försäkringskassan'" in repr(counties.find("Försäkringkassan"))


def test_a_notebook_shows_them(counties):
    results = counties.find("Tillnyktringsenhet")
    assert results[0].provision.wording.sv[:30] in results._repr_html_()
    assert results[0].provision.wording.sv[:30] in results[0]._repr_html_()
    assert "Ragunda" in counties.find("Ragunda")._repr_html_()


def test_json_has_each_result(counties):
    results = counties.find("Ragunda")
    record = search_record(results)
    assert record["count"] == len(record["found"]) == 1
    assert (record["found"][0]["thing"], record["found"][0]["kind"]) == ("Ragunda", "municipality")
    assert len(search_record(counties.find("SIP"), limit=3)["found"]) == 3


def test_results_can_be_pickled_without_the_index(counties):
    results = counties.find("SIP")
    again = pickle.loads(pickle.dumps(results))
    assert again == results
    assert again.provisions == results.provisions
    assert (len(again), again[0], again[:2]) == (len(results), results[0], results[:2])


def test_an_index_is_in_no_pickle():
    counties = load_counties()
    edition = counties["23"].document("jamtland-2025", on="2026-01-10")
    found = counties.find("SIP"), counties["23"].find("SIP"), edition.find("SIP")
    for each in (counties, counties["23"], edition, found[0]):
        names = {arg for _, arg, _ in pickletools.genops(pickle.dumps(each)) if isinstance(arg, str)}
        assert not {name for name in names if name.endswith((".corpus", ".full_text_index")) or "sqlite" in name}
    again = pickle.loads(pickle.dumps(counties))
    assert (again.find("SIP"), again["23"].find("SIP")) == found[:2]


def test_threads_find_the_same():
    counties = load_counties()
    queries = ["SIP", "kommunens", "LVM", "compensation", "målgrupp", "psykiatriska tillstånd"] * 4
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda each: [one.name for one in counties.find(each)], queries))
    assert found == [[one.name for one in counties.find(each)] for each in queries]


class Failing(TomlCounty):
    """A county with a document that cannot be read."""

    @hookimpl
    def psykavtal_omissions(self, document):
        if document.id == "jamtland-2025":
            raise ValueError("cannot be read")
        return ()


@pytest.mark.filterwarnings("ignore::psykavtal.errors.PluginWarning")
def test_a_document_that_cannot_be_read_is_listed_or_refused():
    counties = load_counties([Failing(psykavtal_jamtland.__name__)])
    results = counties.find("SVOM")
    assert results
    assert results.not_searched == ("jamtland-2025",)
    assert "jamtland-2025" in repr(results)
    assert len(counties.problems) == 1
    with pytest.raises(psykavtal.PsykavtalError, match="cannot be read"):
        counties["23"].find("SVOM")
