"""The framework's sub-domains, areas and levels."""

import pytest

from grader.competences import (
    Competence,
    domains,
    framework_source,
    read_competence,
    subdomain_name,
    subdomains,
)


def test_a_tag_is_read():
    assert read_competence("8.4 III C2") == Competence("8.4", "III", "C2")


@pytest.mark.parametrize(
    "text",
    ["5.1", "5.1 IV A1", "5.1 II A3", "5.1  II A1", "5.1 II A1 ", "1.3 I A1", "9.1 I A1", ""],
)
def test_what_the_framework_does_not_have_is_refused(text):
    assert read_competence(text) is None


def test_all_of_the_framework_is_there():
    """42 sub-domains in eight domains, each with a name in each language."""
    pairs = [f"{domain}.{number} I A1" for domain in range(10) for number in range(12)]
    assert sum(read_competence(pair) is not None for pair in pairs) == len(subdomains()) == 42
    assert {subdomain.split(".")[0] for subdomain in subdomains()} == set(domains())
    for subdomain in subdomains():
        names = {subdomain_name(subdomain, language) for language in ("en", "ja", "ko")}
        assert len(names) == 3
    assert "10.2759" in framework_source()


def test_an_unknown_id_is_its_own_name():
    assert subdomain_name("9.9", "ja") == "9.9"
