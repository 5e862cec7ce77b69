"""The words that the reader of summaries knows, by what they lead to."""

from outreach_app.i18n import Language

WORDS = {
    Language.ARABIC: {
        "date": "التاريخ: ",
        "headcount": "عدد المشاركين: ",
        "first_on": "أول يوم: ",
        "last_on": "آخر يوم: ",
        "beneficiaries": "عدد المستفيدين: ",
        "pupils": "من بينهم تلاميذ: ",
        "pupils_alone": "عدد التلاميذ المستفيدين: ",
        "establishments": "عدد المؤسسات التعليمية: ",
        "associations": "عدد الجمعيات المشاركة: ",
        # Arabic counts one under the same words.
        "establishment": "عدد المؤسسات التعليمية: ",
        "association": "عدد الجمعيات المشاركة: ",
        "women": "عدد النساء: ",
        "women_alone": "عدد المشاركات: ",
        "females": "عدد الإناث: ",
        "bodies": "عدد الهيئات الممثلة: ",
        "topic": "- الموضوع وطبيعة النقطة: ",
        "outcome": "  المآل: ",
        "owner": "  المكلف بالتنفيذ: ",
        "due": "  أجل التنفيذ: ",
        "hours": "التوقيت: ",
        "about": "- المرجع: ",
        "stood": "  الوضعية: ",
        "since": "\nالوضعية إلى غاية ",
        "on": "  التاريخ: ",
        "linked": r"الالتزام(?:ان|ات)? ([\d و]+)(?:؛|$)",
        "present": r"(?:(?:حضرت?|شاركت? في|يحضر|يشارك في)(?:هما|ها|ه)"
        r"|(?:استقبلت?[^.]*?،? |(?:هاتفيا|بالمراسلة|الإلكتروني|الاجتماعي) مع ))"
        r"(?= ?(?:\d[\d\u202f]* )?(?:أي )?(?:مشارك|ممثل|شخص|أشخاص|امرأ|نساء))"
        r" ?(.*?)(?:،| يمثل| تمثل| عن|[.:])",
        "among": r"، (?:من بينهما? |رجلا? و)([^،.:]*?(?:نساء|امرأ|أنث|إناث|مشاركة)[^،.:]*?)"
        r"(?:،| يمثل|[.:])",
        "points": r"(?<!سبق )تسجيل (.*?)[:.]|خلال [^.]*? (أي نقطة)(?:\.| ولا)",
        "earlier": r"^وكانت (?:وضعية )?[^.]*?الالتزام|^وسبق تسجيل ",
        "made": r"(?<!قائما)(?<!قائمين)(?<!قائمة)(?: |و)(?:يوم|بتاريخ) (\S+ \S+ \d+)",
        "commitments": r"^(?:كما|و)تم تسجيل ([^\n]*?):$|^كما تم تسجيل (.*?):$"
        r"|^ولم يُسجل (أي التزام)(?: جديد)?\.|ولا (أي التزام)(?: جديد)?\.",
        "referral": r"[«](.*?)[»]",
        "referred": r"^وتقررت إحالة (.*?)\.(?:$| وحُدد)",
        "service": r"» على (.*?)(?:، وم|$)",
        "next": r"وحُدد يوم \S+ (\S+ \S+ \S+)",
    },
    Language.FRENCH: {
        "date": "Date : ",
        "headcount": "Participants : ",
        "first_on": "Premier jour : ",
        "last_on": "Dernier jour : ",
        "beneficiaries": "Bénéficiaires : ",
        "pupils": "Dont élèves : ",
        "pupils_alone": "Élèves bénéficiaires : ",
        "establishments": "Établissements scolaires : ",
        "associations": "Associations participantes : ",
        "establishment": "Établissement scolaire : ",
        "association": "Association participante : ",
        "women": "Dont femmes : ",
        "women_alone": "Participantes : ",
        "females": "De sexe féminin : ",
        "bodies": "Organismes représentés : ",
        "topic": "- Thématique et nature : ",
        "outcome": "  Suite donnée : ",
        "owner": "  Responsable de l’exécution : ",
        "due": "  Échéance : ",
        "hours": "Horaire : ",
        "about": "- Référence : ",
        "stood": "  Situation : ",
        "since": "\nSituation au ",
        "on": "  Date : ",
        "linked": r"Engagements? ([\d, et]+)(?:\s;|$)",
        "present": r"(?:Elle a réuni|Y (?:a|ont) pris part|à laquelle|auxquelles"
        r"|(?:a reçu en audience[^.]*?,|(?:téléphonique|courrier|courriel|sociaux) avec)"
        r")(?= (?:\d[\d\u202f]*|[A-Za-z]+) (?:particip|représ|pers|femme))"
        r" (.*?)(?:,| représentant | ne | d’| de |\.| :)",
        "among": r", dont ([\w\u202f]+(?: femmes?| de sexe féminin))(?:,| représentant|\.| :| ;)",
        "points": r"(?:a|ont) permis d’enregistrer (.*?)(?: :|\.)|(Aucun point) n"
        r"|^(Une rumeur|Un remerciement) a été (?:exprimé|signalée) au cours",
        "earlier": r"(?:^|\. )À (?:la date|l’ouverture) de ",
        "made": r"\b(?:[Ll]e|[Dd]u) (\S+ \S+ \d{4})",
        "commitments": r"(?:a|ont) donné lieu à (.*?) :$|([Aa]ucun(?: nouvel)? engagement) n’a été",
        "referral": r"«\s(.*?)\s»",
        "referred": r"^Il a été décidé (.*?)\.(?:$| La| Le)",
        "service": r"de saisir (?:les |la |le |l’)?(.*?) au sujet",
        "next": r"(?:La prochaine rencontre|Le prochain échange [\w ]+?) a été fixée? au \S+ "
        r"(\S+ \S+ \d+)",
    },
}
