"""The words that the sentence rules know. To teach them a word, add it to the set whose comment describes it.

Abbreviations stand here without their last full stop and as a newspaper writes them: `Gen`, `a.m`. Capitals count:
“Miss.” is a state, “miss.” ends a sentence.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows, such as a name or an example: these never end a sentence.
NEVER_LAST = _words("""
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Fr Msgr Hon Pres Gov Govs Sen Sens Rep Reps Amb Atty Supt Det Insp Asst
    Gen Col Lt Maj Capt Cmdr Cdr Adm Brig Sgt Cpl Pvt Pfc Ald Mt Ft vs v e.g i.e viz cf approx ca incl esp
""")

# Followed by a number or a day they do not end a sentence; followed by anything else they do.
BEFORE_NUMBER = _words("""
    No no Nos nos Art art Ch ch Fig fig Figs figs Par par Para para p pp Sec sec Vol vol Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri a.m p.m A.M P.M ft lb oz Hwy Rte
""")

# These end a sentence only when the next word looks like the first of one. Abbreviations with inner full stops (U.S.),
# single capitals and capitalised words without a vowel (Blvd., Twp.) are treated the same without standing here.
SOMETIMES_LAST = _words("""
    Inc Ltd Co Cos Corp Bros Jr Sr Esq Univ Dept Assn Assoc Bldg Intl Govt Natl etc al Ph.D St Ave Av Rd Sq Est Ala
    Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Op op Cit cit ed eds min max
""")

# Times and dates go on with these: “at 8 p.m. Friday”.
AFTER_TIME = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec GMT UTC BST CET CEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT AEST AEDT IST JST MSK Eastern
    Central Mountain Pacific London Greenwich Moscow E.T E.S.T E.D.T P.T P.S.T P.D.T C.T G.M.T
""")

# Names with an exclamation mark of their own.
EXCLAMATION_NAMES = _words("Airplane Jeopardy Jumbo Mia Oklahoma Oliver Panic Shazam Wham Yahoo Yum")

# In `“Who paid?” Hollis asked.` a verb like these, behind the name, tells that the sentence goes on.
SPEECH_VERBS = _words("""
    said says asked asks wrote writes tweeted tweets added adds replied replies answered responded demanded demands
    wondered wonders cried shouted shouts yelled exclaimed joked quipped recalled continued told tells posted
    declared announced inquired retorted snapped screamed called chanted mused insisted argued countered pleaded
""")

# Capitalised, these begin a sentence far more often than they stand in a name.
FIRST_WORDS = _words("""
    The A An This That These Those He She It They We You I His Her Its Their Our My Your There Here In On At By For
    From With Without Within After Before During Since Until Till As If When While Where Whether Though Although
    Because But And Or So Yet Nor However Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus
    Hence Also Then Now Today Yesterday Tonight Tomorrow Still Even Only Just Not Never Nothing Nobody Everyone
    Everybody Everything Someone Something What Who Whom Whose Why How Which Some Many Much Most Several All Both
    Each Every Either Neither Another Any Other Others Such Few Fewer More Less Half One Two Three Four Five Six
    Seven Eight Nine Ten Dozens Hundreds Thousands Millions According Asked Under Over Despite Through Throughout
    Among Amid Between Against Instead Perhaps Maybe About Around Almost Nearly Above Below Beyond Behind Besides
    Beside Along Across Like Unlike Once Twice Earlier Later Last Next Soon Recently Initially Originally Previously
    Currently Eventually Finally Apparently Reportedly Allegedly Officially Similarly Additionally Subsequently
    Unfortunately Fortunately Clearly Indeed Rather Again Often Sometimes Usually Otherwise Overall Elsewhere
    Afterwards Afterward Thereafter Yes Well Oh Officials Police Critics Authorities Experts Analysts Investigators
    Prosecutors Residents Supporters Sources Researchers Scientists Lawmakers Reporters Protesters Witnesses
    Families People Is Are Was Were Do Does Did Has Have Had Can Could Would Should Let He's She's It's They're
    We're I'm I've I'd I'll You're That's There's What's Who's Here's Don't Didn't Let's We've
""")

# Behind a full stop without a space these are part of an address or a name: “Node.Js”.
DOMAINS = _words("Ai App Biz Co Com Edu Gov Info Int Io Js Mil Net News Org Tv TV Uk UK Us US")

# A short paragraph that begins so and ends in a question mark may be a heading.
QUESTION_WORDS = _words("""
    What What's What’s Who Who's Who’s Whose Whom Why How How's How’s When Where Where's Where’s Which Is Isn't
    Isn’t Are Aren't Aren’t Was Were Do Does Did Has Have Had Can Could Will Would Should May Might Must And So But
""")
