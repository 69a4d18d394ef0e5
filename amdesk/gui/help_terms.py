"""The words of the trade, each explained in a sentence or two after the articles; the only table of them."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.messages import N_, Message, Words


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means for the work, and the rows of the articles (S1…S118) it is taken from."""

    name: Words
    text: str
    rows: tuple[str, ...]


TERMS = {
    "channel": Term(
        N_("Channel"),
        N_(
            "How you spoke. A call is the most personal way and leaves the fewest misunderstandings; "
            "meetings, mails, chats and visits are logged just the same."
        ),
        ("S1", "S11", "S12"),
    ),
    "outcome": Term(
        N_("Outcome"),
        N_(
            "A call that nobody answered is worth logging, but it is no contact: "
            "the client is still waiting to hear from you."
        ),
        ("S2", "S13"),
    ),
    "next_contact": Term(
        N_("Next contact on"),
        N_(
            "The day on which you mean to speak again. On that day the client appears on Today, "
            "and stays there."
        ),
        ("S20", "S21"),
    ),
    "summary": Term(
        N_("Summary"),
        N_(
            "The main agreements and insights of a call or meeting, written after every one and mailed "
            "to the client, so that both sides agree on what happens next."
        ),
        ("S3", "S4", "S6"),
    ),
    "points": Term(
        N_("Kinds of points"),
        N_(
            "A decision is what both sides agreed; an insight is what you learned about the client. "
            "A change has to be verified by mail, an action has an owner and a date, "
            "and an open question grows older until it is answered."
        ),
        ("S4", "S6", "S7", "S14"),
    ),
    "closing": Term(
        N_("Closing words"),
        N_(
            "They ask for approval, and for anything that was not written down. "
            "That is what turns your notes into an agreement."
        ),
        ("S5",),
    ),
    "private_note": Term(
        N_("Private note"),
        N_(
            "Mood, taste, doubts, small things worth remembering. "
            "It reaches no mail, preview or print that is meant for the client."
        ),
        ("S16", "S17", "S57"),
    ),
    "confirmed": Term(
        Message.named("term", "Confirmed"),
        N_(
            "The client has said that the summary is right; who, when and how is noted. "
            "Sent is not yet confirmed. Whoever does not answer is reminded after two working days, "
            "and again after four."
        ),
        ("S5", "S7", "S10"),
    ),
    "stage": Term(
        N_("Stage"),
        N_(
            "How far you are with the client: from prospect by needs, offer and negotiation to active. "
            "At risk and dormant clients need you most; a former one may come back."
        ),
        ("S48", "S94", "S95"),
    ),
    "tier": Term(
        N_("Tier"),
        N_(
            "How much of your time the client is worth: A most, then B, then C. Each has its days between "
            "contacts in the settings; when they have passed, the client appears on Today. "
            "A client without a tier is never due by itself."
        ),
        ("S23", "S71", "S72"),
    ),
    "vip": Term(
        Message.named("term", "VIP"),
        N_("Somebody who must feel that they are taken care of. They come first in each section of Today."),
        ("S34",),
    ),
    "mail_language": Term(
        N_("Language of their mails"),
        N_(
            "Summaries are written to them in their language, with their calendar and digits, "
            "whatever language you work in."
        ),
        ("S25", "S28"),
    ),
    "mobile": Term(
        N_("Personal mobile"),
        N_(
            "Ask for it, not for the office phone: it is how you reach them when it matters, "
            "also on a holiday."
        ),
        ("S2", "S22"),
    ),
    "goal": Term(
        Message.named("term", "Goal"),
        N_(
            "A figure that the client wants to reach: what is measured, from where to where, and until when. "
            "Measured in its rhythm and shown openly, it tells both sides in time whether the pace is right."
        ),
        ("S47", "S59", "S62", "S63"),
    ),
    "checkpoint": Term(
        Message.named("term", "Checkpoint"),
        N_(
            "The moment to look at what somebody else does for you, while there is still time to help, to "
            "hand it to another or to move the date: when about a third of its working time is left."
        ),
        ("S82", "S83", "S84"),
    ),
    "smart": Term(
        N_("How well the task is put"),
        N_(
            "Specific, measurable, achievable, relevant, time-bound: a colleague can do well what is clear. "
            "It is advice; a task can be kept without it."
        ),
        ("S77", "S79", "S80"),
    ),
    "hand_over": Term(
        N_("Handing over"),
        N_(
            "amdesk writes the mail and your mail program sends it. Handed over is not yet sent: "
            "you are asked once whether it went out. Of what is sent from here it is known."
        ),
        ("S4", "S7"),
    ),
    "silence": Term(
        N_("Accepted by silence"),
        N_(
            "Some agree with their clients that no answer means yes. Then the mail has to say so, "
            "and the summary is shown under that name, never as confirmed."
        ),
        ("S5", "S10"),
    ),
}
OF_SETTING = {"cadence": "tier", "hand_over": "hand_over", "silence_accepts": "silence"}
