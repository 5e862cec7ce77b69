"""The nouns the summaries count: features here, forms in the catalogue `counts`."""

from outreach_app.summaries.prose.counts import Noun

POINT = Noun("{n} point", "{n} points", feminine=True)
CONCERN = Noun("{n} concern", "{n} concerns")
REQUEST = Noun("{n} request", "{n} requests")
SUGGESTION = Noun("{n} suggestion", "{n} suggestions")
QUESTION = Noun("{n} question", "{n} questions")
THANKS = Noun("{n} thanks", "{n} times thanks")
COMMITMENT = Noun("{n} commitment", "{n} commitments")
PARTICIPANT = Noun("{n} participant", "{n} participants", human=True)
WOMAN_PARTICIPANT = Noun(
    "{n} woman participant", "{n} women participants", feminine=True, human=True
)
PERSON = Noun("{n} person", "{n} people", human=True)
FEMALE = Noun("{n} female", "{n} females", feminine=True, human=True)
WOMAN = Noun("{n} woman", "{n} women", feminine=True, human=True)
REPRESENTATIVE = Noun("{n} representative", "{n} representatives", human=True)
WOMAN_REPRESENTATIVE = Noun(
    "{n} woman representative", "{n} women representatives", feminine=True, human=True
)
BODY = Noun("{n} body", "{n} bodies", feminine=True)
ASSOCIATION = Noun("{n} association", "{n} associations", feminine=True)
MEETING_OR_ACTION = Noun("{n} meeting or action", "{n} meetings and actions")
MEETING_ACTION_OR_CALL = Noun(
    "{n} meeting, action or exchange", "{n} meetings, actions and exchanges"
)
MEETING_OR_CALL = Noun("{n} meeting or exchange", "{n} meetings and exchanges")
DIALOGUE_SESSION = Noun("{n} dialogue session", "{n} dialogue sessions", feminine=True)
PRECINCT = Noun("{n} precinct", "{n} precincts", feminine=True)
MEETING = Noun("{n} meeting", "{n} meetings")
ACTIVITY = Noun("{n} activity", "{n} activities")
PERIODIC_MEETING = Noun("{n} periodic meeting", "{n} periodic meetings")
THEMATIC_MEETING = Noun("{n} thematic meeting", "{n} thematic meetings")
LISTENING_SESSION = Noun("{n} listening session", "{n} listening sessions", feminine=True)
COORDINATION_MEETING = Noun("{n} coordination meeting", "{n} coordination meetings")
STUDY_DAY = Noun("{n} study day", "{n} study days")
FIELD_VISIT = Noun("{n} field visit", "{n} field visits", feminine=True)
AUDIENCE = Noun("{n} audience", "{n} audiences")
EXCHANGE = Noun("{n} exchange", "{n} exchanges")
TELEPHONE_CALL = Noun("{n} telephone call", "{n} telephone calls")
RUMOUR = Noun("{n} rumour", "{n} rumours", feminine=True)
INFORMATION = Noun("{n} piece of information", "{n} pieces of information", feminine=True)
# What is heard is a rumour in French from the first; Arabic calls it one once it is found false.
NEWS_HEARD = Noun("{n} rumour heard", "{n} rumours heard")
NEWS = Noun("{n} rumour of these", "{n} rumours of these")
HOUR = Noun("{n} hour", "{n} hours", feminine=True)
PUBLICATION = Noun("{n} publication", "{n} publications", feminine=True)
COMMUNIQUE = Noun("{n} communiqué", "{n} communiqués")
RECTIFICATION = Noun("{n} rectification", "{n} rectifications")
REPORTAGE = Noun("{n} reportage", "{n} reportages")
MATERIAL = Noun("{n} awareness material", "{n} awareness materials", feminine=True)
POST = Noun("{n} post", "{n} posts", feminine=True)
REMARK = Noun("{n} remark", "{n} remarks", feminine=True)
AWARENESS_ACTION = Noun("{n} awareness action", "{n} awareness actions", feminine=True)
SCHOOL_TALK = Noun("{n} school talk", "{n} school talks", feminine=True)
CAMPAIGN = Noun("{n} awareness campaign", "{n} awareness campaigns", feminine=True)
# It may last several days, and is still one.
OPEN_DAY = Noun("{n} open day", "{n} open days", feminine=True)
SCHOOL = Noun("{n} school", "{n} schools", feminine=True)
PUPIL = Noun("{n} pupil", "{n} pupils", human=True)
INTERACTION = Noun("{n} interaction", "{n} interactions")
FOLLOWER = Noun("{n} follower", "{n} followers", human=True)
OTHER_PRECINCT = Noun("{n} other precinct", "{n} other precincts", feminine=True)
OTHER_POINT = Noun("{n} other point", "{n} other points", feminine=True)
REFERRAL = Noun("{n} referral", "{n} referrals", feminine=True)
DAY = Noun("{n} day", "{n} days")
TOPIC = Noun("{n} topic", "{n} topics")
OTHER_MEETING = Noun("{n} other meeting", "{n} other meetings")
OTHER_COMMITMENT = Noun("{n} other commitment", "{n} other commitments")

# Kinds of points, in their order.
POINT_KINDS = {
    "concern": CONCERN,
    "request": REQUEST,
    "suggestion": SUGGESTION,
    "question": QUESTION,
    "rumour": RUMOUR,
    "information": INFORMATION,
    "thanks": THANKS,
}

# Kinds of publications, in the order of their catalogue.
PUBLICATION_KINDS = {
    "pb.communique": COMMUNIQUE,
    "pb.rectification": RECTIFICATION,
    "pb.reportage": REPORTAGE,
    "pb.material": MATERIAL,
    "pb.post": POST,
}

# Kinds of awareness actions, in the order of their catalogue.
AWARENESS_KINDS = {
    "mt.awareness": CAMPAIGN,
    "mt.school": SCHOOL_TALK,
    "mt.openday": OPEN_DAY,
}

# What was held, by its kind; an exchange by its channel.
HELD_KINDS = {
    "mt.periodic": PERIODIC_MEETING,
    "mt.thematic": THEMATIC_MEETING,
    "mt.listening": LISTENING_SESSION,
    "mt.coordination": COORDINATION_MEETING,
    "mt.study": STUDY_DAY,
    "mt.field": FIELD_VISIT,
    "mt.reception": AUDIENCE,
    "ch.phone": TELEPHONE_CALL,
    "ch.mail": EXCHANGE,
    "ch.email": EXCHANGE,
    "ch.social": EXCHANGE,
    **AWARENESS_KINDS,
}
