"""What moderators said of earlier comments tells how much a new one looks like spam."""

from __future__ import annotations

import pytest

from articles.models import ArticlePage
from comments.deciding import decide, delete, edit
from comments.models import Comment, SpamTrait, Status
from comments.own import remove
from comments.spam.learning import score_of
from comments.spam.reckoning import LEAST_LEARNT, Seen, score
from comments.spam.traits import Written, traits_of
from tests.factories import CommentFactory
from users.models import User

TOTAL = Seen(spam=50, good=50)


def learnt() -> dict[str, int]:
    return dict(SpamTrait.objects.values_list("trait", "good"))


def of_text(text: str, **fields: str) -> set[str]:
    return traits_of(Written(**{"name": "", "email": "", "website": "", "text": text, **fields}))


class TestTraits:
    @pytest.mark.parametrize(
        ("text", "traits"),
        [
            ("Buy NOW", {"buy", "now", "buy now", "short", "links:0"}),
            ("see https://www.pills.example/x?y", {"see", "links:1", "host:pills.example"}),
            ("www.pills.example", {"host:pills.example", "links:1"}),
            ("http://cheap-pills.example/x", {"cheap", "pills", "links:1"}),
            ("write to ada@b.example", {"address", "write to"}),
            ('<a href="https://a.example">', {"markup", "host:a.example"}),
            ("BUY THIS AT ONCE", {"shouted"}),
            ("Only $5!!", {"money", "exclaimed"}),
            ("Привет", {"script:cyrillic", "привет"}),
            ("ｂｕｙ", {"buy"}),
            ("http://[broken", {"links:1"}),
        ],
    )
    def test_words_pairs_and_form_are_noticed(self, text: str, traits: set[str]) -> None:
        assert traits <= of_text(text)

    def test_of_an_address_only_its_domain_is_kept(self) -> None:
        traits = of_text("x", name="Ada Lovelace", email="ada@Mail.example")
        assert {"name:ada", "name:lovelace", "mail:mail.example"} <= traits
        assert not any("ada@" in trait for trait in traits)

    def test_of_an_address_in_the_text_nothing_is_kept(self) -> None:
        traits = of_text("write to ada.lovelace@mail.example today")
        assert not any(word in trait for trait in traits for word in ("ada", "lovelace", "mail."))

    def test_nothing_is_too_much(self) -> None:
        traits = of_text("a" * 5000 + " " + " ".join(map(str, range(5000))))
        assert max(map(len, traits)) <= 64
        assert len(traits) < 1000


class TestReckoning:
    def test_it_says_nothing_before_it_has_learnt_enough_of_both(self) -> None:
        assert score({"buy"}, {"buy": Seen(5, 0)}, Seen(LEAST_LEARNT, LEAST_LEARNT - 1)) is None

    def test_what_it_has_never_seen_could_be_either(self) -> None:
        assert score({"buy"}, {}, TOTAL) == 0.5

    def test_more_traits_of_one_kind_make_it_surer(self) -> None:
        seen = {name: Seen(spam=20) for name in "abcdef"}
        few, many = score("ab", seen, TOTAL), score("abcdef", seen, TOTAL)
        assert few is not None
        assert many is not None
        assert 0.5 < few < many <= 1

    def test_what_contradicts_itself_could_be_either(self) -> None:
        seen = {"a": Seen(spam=30), "b": Seen(good=30)}
        assert score("ab", seen, TOTAL) == pytest.approx(0.5)

    def test_kinds_that_are_unequally_common_are_weighed(self) -> None:
        seen = {"the": Seen(spam=20, good=1000)}
        assert score({"the"}, seen, Seen(spam=20, good=1000)) == 0.5

    def test_it_stays_between_nought_and_one(self) -> None:
        seen = {str(number): Seen(spam=10_000) for number in range(500)}
        assert score(seen, seen, Seen(10_000, 10_000)) == pytest.approx(1)


class TestLearning:
    @pytest.fixture
    def taught(self, article: ArticlePage) -> None:
        for number in range(LEAST_LEARNT):
            spam = CommentFactory(
                page=article, status=Status.PENDING, text=f"Cheap pills online, order {number}"
            )
            good = CommentFactory(
                page=article, status=Status.PENDING, text=f"I slept better after week {number}"
            )
            decide([spam], Status.SPAM, None)
            decide([good], Status.APPROVED, None)

    def scored(self, article: ArticlePage, text: str) -> float:
        found = score_of(Comment(page=article, name="Ada", email="a@b.example", text=text))
        assert found is not None
        return found

    def test_it_tells_one_from_the_other(self, taught: None, article: ArticlePage) -> None:
        assert self.scored(article, "Order cheap pills today") > 0.9
        assert self.scored(article, "After a week I slept well") < 0.1

    def test_a_decision_that_is_taken_back_is_unlearnt(
        self, taught: None, article: ArticlePage
    ) -> None:
        before = set(SpamTrait.objects.values_list("trait", "spam", "good"))
        comment = CommentFactory(page=article, status=Status.PENDING, text="Words of their own")
        decide([comment], Status.SPAM, None)
        assert set(SpamTrait.objects.values_list("trait", "spam", "good")) != before
        decide([comment], Status.REJECTED, None)
        counted = SpamTrait.objects.exclude(spam=0, good=0)
        assert set(counted.values_list("trait", "spam", "good")) == before

    def test_a_comment_that_was_edited_counts_with_its_new_words(
        self, article: ArticlePage
    ) -> None:
        comment = CommentFactory(page=article, status=Status.PENDING, text="oldword")
        decide([comment], Status.APPROVED, None)
        comment.refresh_from_db()
        edit(comment, name=comment.name, text="newword", user=User.objects.create_user("m"))
        assert {"newword": 1, "": 1}.items() <= learnt().items()
        assert "oldword" not in learnt()

    def test_its_author_teaches_nothing(self, article: ArticlePage) -> None:
        comment = CommentFactory(page=article, status=Status.PENDING, text="oldword")
        decide([comment], Status.APPROVED, None)
        comment.refresh_from_db()
        edit(comment, name=comment.name, text="newword", user=None)
        assert learnt() == {"": 0}

    @pytest.mark.parametrize("user", [None, "moderator"])
    def test_what_no_moderator_has_decided_teaches_nothing(
        self, article: ArticlePage, user: str | None
    ) -> None:
        comment = CommentFactory(page=article, status=Status.SPAM, text="oldword")
        edit(
            comment,
            name=comment.name,
            text="newword",
            user=User.objects.create_user(user) if user else None,
        )
        assert learnt() == {}

    def test_what_its_author_removes_is_unlearnt(self, article: ArticlePage) -> None:
        comment = CommentFactory(page=article, status=Status.PENDING, text="Words of their own")
        decide([comment], Status.APPROVED, None)
        comment.refresh_from_db()
        remove(comment)
        assert learnt() == {"": 0}

    def test_of_what_is_deleted_only_what_others_had_as_well_is_remembered(
        self, article: ArticlePage
    ) -> None:
        both = [
            CommentFactory(page=article, status=Status.PENDING, text=f"pills {word}")
            for word in ("secretword", "otherword")
        ]
        decide(both, Status.APPROVED, None)
        both[0].refresh_from_db()
        delete([both[0]])
        assert {"pills": 2, "otherword": 1, "": 2}.items() <= learnt().items()
        assert "secretword" not in learnt()
