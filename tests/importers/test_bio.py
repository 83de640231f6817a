import pytest

from byline.importers.bio import is_bio, lift_bio
from byline.importers.imported import Pasted
from byline.importers.roles import opening_name, role_line

BIOS = [
    (
        "Runa Holt is a gardener and writer who looks after three hundred apple trees near the coast. "
        "She blogs about the ones that survive.",
        "Runa Holt",
        "Gardener and writer",
    ),
    (
        "Dr. Omar J. El Sayed, PhD, is the founder of Quiet Pumps. He has mended wells in nine countries and "
        "fears only frost.",
        "Omar J. El Sayed",
        "Founder of Quiet Pumps",
    ),
    (
        "Ilse van der Wiel, sales trainer and author of Ask Twice, helps small shops sell to large ones.",
        "Ilse van der Wiel",
        "Sales trainer and author of Ask Twice",
    ),
    (
        "Pia Lund works as a consultant for ferries. Her dog has a season ticket, and she does not.",
        "Pia Lund",
        "",
    ),
]
NO_BIOS = [
    "Runa Holt, founder of the orchard club, told me that trees keep a better diary than we ever will.",
    "Runa Holt, who wrote Rows of Trees, says there are about nine good days in a year for grafting.",
    "The Orchard Company is a leading provider of ladders and helps gardeners in all parts of the country.",
    "Next Spring We Plant a new row, and our manager helps with the ladders as she did last year.",
    "In Grafting Season, the manager of the orchard is busy from six to nine, and her dog is busy too.",
    "Runa Holt is a gardener.",
    "Runa Holt is a gardener and I have been her neighbour, writer and friend for as long as I know.",
]
ARTICLE = ("A first paragraph about something else.", "A second one about pumps and trees.")


@pytest.mark.parametrize(("text", "name", "role"), BIOS)
def test_a_bio_is_lifted_with_its_name_and_role(text: str, name: str, role: str) -> None:
    pasted = lift_bio(Pasted((*ARTICLE, text)))
    assert pasted.bio is not None
    assert (pasted.bio.name, pasted.bio.description, pasted.bio.text) == (name, role, text)
    assert pasted.blocks == ARTICLE


@pytest.mark.parametrize("text", NO_BIOS)
def test_other_last_paragraphs_stay_in_the_article(text: str) -> None:
    assert not is_bio(text)


def test_whom_the_article_is_about_is_not_its_author() -> None:
    text = BIOS[0][0]
    assert not is_bio(text, "Holt came early. Holt stayed late. Nobody asked Holt why.")


def test_a_bio_of_two_paragraphs_is_lifted_whole() -> None:
    follow_up = "She lives in Varnholm with too many ladders."
    pasted = lift_bio(Pasted((*ARTICLE, BIOS[0][0], follow_up)))
    assert pasted.bio is not None
    assert pasted.bio.text == f"{BIOS[0][0]}\n\n{follow_up}"


def test_the_line_above_a_bio_is_dropped_with_a_trace() -> None:
    pasted = lift_bio(Pasted((*ARTICLE, "About the Author", BIOS[0][0])))
    assert pasted.blocks == ARTICLE
    assert pasted.dropped == ("About the Author",)


def test_a_text_that_is_nothing_but_a_bio_stays_whole() -> None:
    assert lift_bio(Pasted((BIOS[0][0],))).bio is None


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    assert opening_name("Ana María Núñez-O’Dell writes") == ("Ana María Núñez-O’Dell", " writes")
    assert opening_name("When Ana came home")[0] == ""


def test_no_role_is_invented() -> None:
    assert role_line(" writes about bread.") == ""


@pytest.mark.parametrize("label", ["About the author:", "Author bio:", "BIO:", "About the Author:"])
def test_a_label_on_the_line_of_a_bio_is_no_part_of_it(label: str) -> None:
    pasted = lift_bio(Pasted((*ARTICLE, f"{label} {BIOS[0][0]}")))
    assert pasted.bio is not None and pasted.bio.text == BIOS[0][0]
    assert pasted.dropped == (label,)


def test_the_name_above_a_bio_is_dropped_with_it() -> None:
    pasted = lift_bio(Pasted((*ARTICLE, "About Runa Holt", BIOS[0][0])))
    assert (pasted.blocks, pasted.dropped) == (ARTICLE, ("About Runa Holt",))


@pytest.mark.parametrize(
    "name",
    [
        "Maria-Luisa Del Vecchio",
        "Jean‑Luc de la Tour",
        "Ana-María van der Wiel-Ode",
        "Sean O'Dell",
        "L. di Corte",
    ],
)
def test_hyphens_and_particles_belong_to_names(name: str) -> None:
    pasted = lift_bio(
        Pasted((*ARTICLE, f"{name} is a potter and writer who fires her kiln by the sea on Mondays."))
    )
    assert pasted.bio is not None and pasted.bio.name == name
