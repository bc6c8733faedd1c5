"""Names of results: inside the output folder, all different, the same every time."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.batch.naming import Names, safe

parts = st.sampled_from(["a", "A", "a.json", "a-2", "b", "index", "a.b", "é", "e\u0301"])
files = st.lists(parts, min_size=1, max_size=3).map(lambda names: "/".join(names) + ".txt")
records = (
    st.none()
    | st.sampled_from(["a", "../../x", "/etc", "", "...", "A", "b/c", "CON\n"])
    | st.text(max_size=300)
)


@given(st.lists(st.tuples(files, records), max_size=30))
def test_names_are_different_inside_and_repeatable(wanted: list[tuple[str, str | None]]) -> None:
    def given_out() -> list[str]:
        names = Names(["index.json"])
        return [names.name(file, record, ".json") for file, record in wanted]

    names = given_out()
    assert names == given_out()
    assert len({name.casefold() for name in [*names, "index.json"]}) == len(names) + 1
    folders = {str(parent).casefold() for name in names for parent in PurePosixPath(name).parents}
    assert folders.isdisjoint({name.casefold() for name in names})
    for name in names:
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert path.suffix == ".json"
        assert all(len(part.encode()) < 200 for part in path.parts)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("2025-07-05_kyiv", "2025-07-05_kyiv"),
        ("http://a.org/x?y=1", "http-a.org-x-y-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("...", "record"),
        ("", "record"),
        ("Köln 7", "Köln-7"),
        ("é" * 60, "é" * 50),
    ],
)
def test_a_records_name_as_a_file_name(record: str, name: str) -> None:
    assert safe(record) == name


def test_the_second_of_a_name_gets_a_number() -> None:
    names = Names(["index.html"])
    assert [
        names.name("a.txt", None, ".html"),
        names.name("a.md", None, ".html"),
        names.name("A.html", None, ".html"),
        names.name("index.txt", None, ".html"),
        names.name("a.html/x.txt", None, ".html"),
        names.name("report.v2.txt", None, ".html"),
    ] == ["a.html", "a-2.html", "A-3.html", "index-2.html", "a.html-2/x.html", "report.v2.html"]
