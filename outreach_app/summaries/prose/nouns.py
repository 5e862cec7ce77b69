"""The nouns the summaries count: features here, forms in the catalogue `counts`."""

from outreach_app.summaries.prose.counts import Noun

POINT = Noun("{n} point", "{n} points", feminine=True)
COMMITMENT = Noun("{n} commitment", "{n} commitments")
PARTICIPANT = Noun("{n} participant", "{n} participants", human=True)
WOMAN = Noun("{n} woman", "{n} women", feminine=True, human=True)
BODY = Noun("{n} body", "{n} bodies", feminine=True)
SESSION = Noun("{n} session", "{n} sessions", feminine=True)
DIALOGUE_SESSION = Noun("{n} dialogue session", "{n} dialogue sessions", feminine=True)
PRECINCT = Noun("{n} precinct", "{n} precincts", feminine=True)
MEETING = Noun("{n} meeting", "{n} meetings")
RUMOUR = Noun("{n} rumour", "{n} rumours", feminine=True)
OTHER_PRECINCT = Noun("{n} other precinct", "{n} other precincts", feminine=True)
OTHER_POINT = Noun("{n} other point", "{n} other points", feminine=True)
OTHER_COMMITMENT = Noun("{n} other commitment", "{n} other commitments")

# Kinds present, by the code of their catalogue.
KINDS = {
    "as.residents": Noun(
        "{n} neighbourhood association", "{n} neighbourhood associations", feminine=True
    ),
    "as.syndic": Noun("{n} condominium union", "{n} condominium unions"),
    "as.parents": Noun("{n} parents’ association", "{n} parents’ associations", feminine=True),
    "as.merchants": Noun(
        "{n} merchants’ association", "{n} merchants’ associations", feminine=True
    ),
    "as.taxi": Noun(
        "{n} taxi professionals’ association", "{n} taxi professionals’ associations", feminine=True
    ),
    "as.transport": Noun("{n} transport association", "{n} transport associations", feminine=True),
    "as.tourism": Noun(
        "{n} tourism professionals’ association",
        "{n} tourism professionals’ associations",
        feminine=True,
    ),
    "as.women": Noun("{n} women’s association", "{n} women’s associations", feminine=True),
    "as.youth": Noun("{n} youth association", "{n} youth associations", feminine=True),
    "as.sport": Noun("{n} sports association", "{n} sports associations", feminine=True),
    "as.culture": Noun("{n} cultural association", "{n} cultural associations", feminine=True),
    "as.charity": Noun("{n} charitable association", "{n} charitable associations", feminine=True),
    "as.child": Noun(
        "{n} child-protection association", "{n} child-protection associations", feminine=True
    ),
    "as.road": Noun("{n} road-safety association", "{n} road-safety associations", feminine=True),
    "as.consumer": Noun("{n} consumer association", "{n} consumer associations", feminine=True),
    "as.environment": Noun(
        "{n} environmental association", "{n} environmental associations", feminine=True
    ),
    "as.disability": Noun(
        "{n} disability association", "{n} disability associations", feminine=True
    ),
    "as.coop": Noun("{n} cooperative", "{n} cooperatives", feminine=True),
    "as.amicale": Noun("{n} residents’ amicale", "{n} residents’ amicales", feminine=True),
    "pr.lawyer": Noun("{n} lawyer", "{n} lawyers", human=True),
    "pr.notary": Noun("{n} notary", "{n} notaries", human=True),
    "pr.adoul": Noun("{n} adoul", "{n} adouls", human=True),
    "pr.bailiff": Noun("{n} judicial officer", "{n} judicial officers", human=True),
    "pr.translator": Noun("{n} sworn translator", "{n} sworn translators", human=True),
    "pr.expert": Noun("{n} court expert", "{n} court experts", human=True),
    "pr.doctor": Noun("{n} physician", "{n} physicians", human=True),
    "pr.dentist": Noun("{n} dentist", "{n} dentists", human=True),
    "pr.pharmacist": Noun("{n} pharmacist", "{n} pharmacists", human=True),
    "pr.vet": Noun("{n} veterinarian", "{n} veterinarians", human=True),
    "pr.nurse": Noun("{n} nurse", "{n} nurses", human=True),
    "pr.architect": Noun("{n} architect", "{n} architects", human=True),
    "pr.surveyor": Noun("{n} surveyor", "{n} surveyors", human=True),
    "pr.accountant": Noun("{n} chartered accountant", "{n} chartered accountants", human=True),
    "pr.bookkeeper": Noun("{n} certified accountant", "{n} certified accountants", human=True),
    "pr.insurance": Noun("{n} insurance broker", "{n} insurance brokers", human=True),
    "pr.realestate": Noun("{n} estate agent", "{n} estate agents", human=True),
    "pr.bank": Noun("{n} bank branch manager", "{n} bank branch managers", human=True),
    "pr.jeweller": Noun("{n} jeweller", "{n} jewellers", human=True),
    "pr.school_private": Noun("{n} private-school head", "{n} private-school heads", human=True),
    "pr.tourguide": Noun("{n} tour guide", "{n} tour guides", human=True),
    "pt.association": Noun("{n} association", "{n} associations", feminine=True),
    "pt.liberal": Noun("{n} liberal professional", "{n} liberal professionals", human=True),
    "pt.commerce": Noun("{n} trader or craftsperson", "{n} traders or craftspeople", human=True),
    "pt.institution": Noun(
        "{n} public institution or service", "{n} public institutions or services", feminine=True
    ),
    "pt.company": Noun("{n} business", "{n} businesses", feminine=True),
    "pt.media": Noun("{n} local media outlet", "{n} local media outlets", feminine=True),
}
