"""Members, strategic arms and steps as a seat may know them."""

from tests.view.moments import moment


def test_a_member_says_what_it_asks_and_the_coalition_what_it_has() -> None:
    view = moment("league", 1).coalitions[0]
    asks = {member.id: {ask.kind: ask for ask in member.asks} for member in view.members}
    assert "proof of 40 % (yours is 50 %)" in asks["aland"]["proof"].text
    assert asks["aland"]["proof"].met
    assert asks["boland"]["proof"].met is False
    assert "proof" not in asks["coland"]
    joined = [member for member in view.members if member.joined]
    assert [member.id for member in joined] == ["aland", "coland"]
    assert view.share == sum(member.share for member in joined)
    assert not view.agreed
    assert "67 % of its weight" in view.words


def test_others_know_what_is_public_and_no_more() -> None:
    mine, others = moment("league", 1).coalitions[0], moment("sudria", 1).coalitions[0]
    for own, seen in zip(mine.members, others.members, strict=True):
        assert own.joined == seen.joined
        for ask in seen.asks:
            assert ask.kind == "losses" or ask.met is None
            assert "yours" not in ask.text


def test_a_member_that_waits_rides_on_those_who_have_joined() -> None:
    view = moment("league", 1).coalitions[0]
    boland = next(member for member in view.members if member.id == "boland")
    assert "proof of 80 %" in boland.asks[0].text
    assert "10 % more than if nobody else had joined" in boland.asks[0].text


def test_everybody_sees_the_posture_of_strategic_arms() -> None:
    before, after = moment("harbour", 0).arsenals, moment("harbour", 1).arsenals
    assert [one.owner for one in before] == ["harbour", "sudria"]
    assert [one.posture for one in before] == ["routine", "routine"]
    assert [one.posture for one in after] == ["routine", "raised"]
    assert after[1].changed
    assert after[1].hazard > 1
    assert after[1].believed > before[1].believed
    assert "accidents are 1.2 times as likely" in after[1].words


def test_an_announced_step_invites_its_answer() -> None:
    (before,) = moment("norland", 1).steps
    assert (before.state, before.mine_to_answer) == ("none", False)
    (step,) = moment("norland", 2).steps
    assert step.state in ("announced", "verified")
    assert step.mine_to_answer
    assert "it invites “Open the bridge” by you before hour " in step.words
    (theirs,) = moment("sudria", 2).steps
    assert not theirs.mine_to_answer
