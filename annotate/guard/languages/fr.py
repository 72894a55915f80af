"""French words that say whose position something is."""

from .language import (
    Holder,
    Language,
    Reach,
    denied_after,
    denies,
    doubted_after,
    negates,
    not_after,
    pattern,
    said,
    supposes,
    unsure,
    verbs,
)

_L = "[a-zàâçéèêëîïôûùü]"
_CAPITAL = "(?-i:[A-ZÀÂÇÉÈÊÎÔÛ])"
_WHO = "[^;:.!?,]{1,60}?"
_QUE = r"(?:que\b|qu['’])"
_DE = r"(?:de\b|du\b|des\b|d['’])"
_GAP = r"(?: |(?<=['’]))"  # words of one letter are written together
_NE = r"(?:\bne\b|\bn['’])"
_NOT = r"(?:pas|point|jamais|plus|guère|nullement|aucunement)"

# Verbs by their stems: any ending but those of "we" and the infinitive, which says what is to
# be said, and no noun made of the verb.
_NO_FORM = (
    rf"(?:{_L}*(?:ons|er|ir|re|ez-vous|tions?|sions?|ments?|ées?|és|eurs?|eus?e?s?|rices?|ables?"
    r"|ibles?|ances?|ages?|ivement)\b)"
)
_FORM = rf"(?!{_NO_FORM}){_L}{{0,7}}"
_NO_NOUN = not_after(
    r"le\s la\s les\s l['’] un\s une\s du\s des\s de\s d['’] au\s aux\s son\s sa\s ses\s leur\s"
    r" leurs\s ce\s cet\s cette\s ces\s chaque\s sans\s par\s sur\s notre\s nos\s tout\s"
)
_SAY = verbs(
    "affirm déclar assur dénonc signal allègu allégu inform expliqu racont relat narr avou réitèr "
    "réitér soulign précis insist indiqu rappel observ constat remarqu relèv relev estim pens jug "
    "considèr considér soupçonn suppos présum argu invoqu avanc annonc proclam révèl révél confirm "
    "témoign certifi attest regrett promett promis prétend soutien soutenu souten soutin maintien "
    "maintenu maintenai maintin croi croy rétorqu répliqu admet admis reconnai reconnu conclu "
    "conclur suggèr suggér imagin redout prédi prévoi prévu averti prévien point martèl répèt "
    "répét ajout mentionn décri dépei démontr montr prouv établi statu rapport clam évoqu craign "
    "craint crain lais résum document recens vérifi découvr découver apprend appris persuad "
    "convainc convain espèr espér spécul conven conced concèd stipul énonc formul",
    ending=_FORM,
    before=_NO_NOUN,
    irregular="dit disent disait disaient disant dites dirent dira diront dirait diraient dis dise "
    "écrit écrivent écrivait écrivirent écrivant crut crurent cru répond répondu répondent "
    "répondait répondit répondirent promet promit promirent admit admirent conclut conclurent lit "
    "entend sut soutient nia titre titrait veut raconte confie confient confia confié confiait "
    "plaint plaignent plaignait plaignaient note notent notait notaient noté notèrent",
)
_PHRASED = (
    r"\b(?:(?:fait|font|faisai(?:en)?t|fit|firent|faire) (?:valoir|savoir|remarquer|observer|croire"
    r"|état|part)|laiss\w+ (?:entendre|croire|penser)|donn\w+ à (?:entendre|penser|croire)|tien(?:t"
    r"|nent|s) pour (?:acquis|vrai|établi|certain)|mett?(?:ent|ait)? en avant|(?:est|sont|était"
    r"|étaient|se di\w+) (?:d['’]avis|convaincue?s?|persuadée?s?|certaine?s?|sûre?s?))"
)
_JOINS = not_after(  # before "que" these begin no statement
    "ce ainsi alors afin plus moins tandis tel telle tels avant même depuis dès pour bien fait "
    "autant sans tant parce toujours mieux aussi fois sorte façon manière"
)
_NOUN = (
    r"\b(?:affirmation|déclaration|thèse|idée|position|notion|argument|allégation|accusation"
    r"|version|rumeur|croyance|hypothèse|opinion|avis|conviction|assertion|prétention|théorie|récit"
    r"|promesse|nouvelle|témoignage|soupçon|conclusion|reproche|prétexte|excuse|argumentation"
    r"|insinuation|point de vue|interprétation|supposition|information|assurance|plainte|discours"
    r"|doctrine|principe|postulat|aveu|annonce|propos|dire|grief|prémisse|sentiment|crainte|bruit"
    r"|raisonnement|lecture|prédiction|constat)x?s?\b"
)
_TURN_DOWN = (
    rf"{_NO_NOUN}\b(?:rejet|récus|réfut|contest|désapprouv|désavou|dénonc|critiqu|déplor|répudi"
    rf"|condamn|combatt?|écart)(?!{_L}*(?:er|eurs?|tions?|ables?)\b)(?:e|es|ent|ons|a|ait|aient"
    r"|èrent|é|ée|és|ées|ant|i|it|era|eront|erons)\b|\b(?:rejette|rejettent|combat|combattent)\b"
)
_DENY = (
    rf"{_NO_NOUN}\b(?:ni(?:e|ent|ons|ait|aient|a|èrent|é|era|eront|ant)|démen(?:t|tent|tait|tons|ti"
    r"|tit|tirent|tira|tant|tie))\b"
)
_BE = (
    r"\b(?:est|sont|était|étaient|serait|seraient|sera|fut|furent|a été|ont été|soit|semble|paraît"
    r"|reste|demeure|relève|relèvent|relevait|tien(?:t|nent))"
)
_HOW = (
    r"(?:(?:\w+ment|tout|toute?|très|trop|aussi|plus|bien|à fait|donc|une?|pure?|simple|d['’]une?"
    rf"|de|de la|du|de l['’]|des|là){_GAP}){{0,4}}"
)
_UNTRUE = (
    r"(?:faux|fausses?|inexacte?s?|mensong\w+|erroné\w*|mythes?|fables?|absurdes?|fictions?"
    r"|ineptes?|ineptie|leurres?|illusions?|illusoires?|fantaisistes?|fantaisies?|fantasmes?"
    r"|infondé\w*|naï\w+|ridicules?|aberrant\w*|aberration|incorrecte?s?|trompeu\w+|légendes?"
    r"|chimères?|impostures?|contre-vérité|inventions?|affabulations?|calomni\w+|erreurs?"
    r"|sophismes?|tort|insoutenables?|intenables?|invraisemblables?|non-sens|contresens|insensée?s?"
    r"|grotesques?|propagande|pas vrai)"
)
_UNFIT = (
    r"(?:inadmissibles?|inacceptables?|intolérables?|illéga(?:le?s?|ux)|illicites?|injustifi\w+"
    r"|interdite?s?|impossibles?|irresponsables?|impensables?|inconcevables?|inexcusables?|abusi\w+"
    r"|hors de question|exclue?s?|malhonnêtes?|indéfendables?|injustes?)"
)
_UNSURE = (
    r"(?:douteu\w+|incertaine?s?|peu (?:probable|vraisemblable|clair|crédible|plausible)s?"
    r"|improbables?|possibles?|probables?|contestables?|discutables?|plausibles?|invérifiables?"
    r"|sujett?e?s? à caution|à prouver|à démontrer|à vérifier|à voir)"
)
_TO_SAY = (
    r"(?: (?:de|d['’])? ?(?:penser|croire|dire|affirmer|prétendre|soutenir|supposer|imaginer"
    rf"|conclure|parler|présenter|alléguer|considérer|voir))?(?: {_QUE}| si\b| d[e'’])?"
)
_PROOF = (
    r"(?:preuves?|indices?|éléments?|raisons?|motifs?|fondement|élément|indication|justification)"
)
_ASK = r"(?:si\b|s['’]|que\b|qu['’]|combien\b|qui\b|comment\b|où\b|quand\b|pourquoi\b|quel\w*)"

_CUES = (
    # Who turns down another's position.
    pattern(
        "rejects",
        Holder.AFTER,
        rf"(?:{_TURN_DOWN})(?= (?:[\w’'-]+ ){{0,5}}?(?:qu[e'’]|(?:l['’])?{_NOUN}))",
        rf"{_NE} ?(?:\w+ )?(?:partag\w+|souscri\w+|approuv\w+|adhèr\w+|adhér\w+|soutien\w+"
        r"|souten\w+|rejoi\w+|reprend\w+|accept\w+|saurai\w+ (?:admettre|accepter|souscrire)"
        rf"|peu\w+ (?:\w+ )?(?:admettre|accepter|souscrire|partager))(?: {_NOT})?(?= (?:[\w’'-]+"
        rf" ){{0,4}}?(?:qu[e'’]|(?:l['’])?{_NOUN}))",
        rf"{_NE} ?(?:est|sommes|sont|était|étaient)(?: \w+)? d['’]accord (?:avec|pour)\b"
        r"|\ben désaccord avec\b",
        r"\b(?:s['’]|m['’]|nous nous |se |s['’]est |s['’]était )(?:oppos\w+|insurg\w+"
        r"|inscri\w+ en faux) (?:à|au|aux|contre)\b(?= (?:\w+ ){0,3}?(?:ce que|(?:l['’])?\w*(?:idée"
        r"|thèse|argument|avis)))",
    ),
    pattern("rejects", Holder.AFTER, _TURN_DOWN, reach=Reach.BESIDE),
    pattern(
        "rejects",
        Holder.NEAREST,
        r"\bsoi-disant\b|\bprétendu(?:e?s?|ment)\b(?! (?:que|être"
        r"|avoir)\b)(?<!\bont\sprétendu)(?<!\ba\sprétendu)|\bautoproclamée?s?\b|\bsupposée?s\b"
        r"|\bce qu['’](?:il|elle|on|ils|elles) (?:appell?e\w*|nomme\w*|qualifie\w*)\b",
        r"\bsous (?:le )?(?:prétexte|couvert|couleur)\b|\bau prétexte\b",
        r"\b(?:mal |si mal |ainsi )?(?:nommée?s?|appelée?s?|dit|dite|dits|dites) (?=[«“\"‘])",
    ),
    pattern(
        "rejects",
        Holder.BEFORE,
        r"\b(?:contraires? (?:à|au|aux)|incompatibles? avec|en contradiction avec|contrevien\w+"
        r"|contredi\w+|au mépris d)",
        around=True,
        positions_only=True,
    ),
    # Who agrees with another.
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:comme|ainsi que|tel que) (?:l['’](?:a|ont|avait|avaient) |le |l['’]|en "
        r"|nous l['’]a |(?:\w+ment|déjà|bien|aussi|été|a|ont|fort justement"
        rf"|si bien) ){{1,5}}{_SAY}",
        rf"\b(?:comme|ainsi que|tel que) {_WHO} (?:l['’](?:a|ont|avait) |(?:le|\w+ment|déjà"
        rf"|bien) ){{1,3}}{_SAY}",
        r"\bpour reprendre les (?:termes|mots|paroles) d",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:est|sont|sommes|suis|était) (?:\w+ment )?d['’]accord avec\b|\b(?:se rallie"
        r"|se rallient|nous rallions|s['’]associe|s['’]associent|nous associons|se joint"
        r"|se joignent|nous joignons|souscri\w+|adhèr\w+|fait sien\w*|font sien\w*"
        r"|faisons nôtre\w*)\b",
        r"\b(?:partag|approuv|soutenons|soutien|appuy|appui)\w* (?:\w+ment )?(?:l['’]|la |les |le "
        rf"|cet |cette |ces )(?:\w+ )?{_NOUN}",
    ),
    # Who says it.
    pattern(
        "reports",
        Holder.SUBJECT,
        rf"(?<!\bil\sest\s){_SAY}(?:-(?:t-)?(?:il|elle|on|ils"
        rf"|elles))?(?: [\w’'-]+){{0,6}}?(?:,[^,;:.!?]{{1,40}},)?{_JOINS} ?(?<![\w’]){_QUE}",
        rf"{_PHRASED}(?: à \w+)?(?: \w+){{0,3}}? {_QUE}",
        r"\b(?:présent|considèr|considér|dépei(?:nt|gn)|décri|trait|perçoi|regard|voi|dési?gn"
        rf"|qualifi|défini|assimil|tien)(?!{_NO_FORM}|ées?\b"
        r"|és?\b)\w*(?= [^;:.!?]{1,80}? (?:comme|pour des?|pour une?)\b)",
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\b(?:accus|soupçonn|blâm|tax|suspect|qualifi|inculp)(?:e|ent|ait|aient|a|èrent|é"
        r"|ant)\b(?= [^;:.!?]{1,80}? (?:d['’]|de\b))",
        r"\b(?:reproch|imput)(?:e|ent|ait|aient|a|èrent|é|ant)\b(?= [^;:.!?]{1,80}? (?:d['’]|de\b"
        r"|à\b|au\b|aux\b))",
        reach=Reach.CLAUSE,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        rf"\bon (?:(?:nous|lui|leur|m['’]|vous|a|avait|l['’]|le|la|les|en){_GAP})*(?:dit|raconte"
        r"|prétend|croit|murmure|rapporte|affirme|assure|suppose|pense|accuse|soupçonne|chuchote"
        rf"|présente|répète|signale)\b(?:[\w ]{{0,20}} {_QUE})?",
        r"\bil (?:se dit|se murmure|se raconte|paraît|semblerait|paraîtrait|a été (?:dit|affirmé"
        r"|allégué|signalé|rapporté|avancé)|est (?:dit|allégué|avancé|rapporté|affirmé|reproché"
        rf"|admis))(?: [^;:.!?,]{{1,40}}?)? (?:{_QUE}|d['’]|de\b)",
        rf"\b(?:informée?s?|avisée?s?|avertie?s?|averties?|prévenue?s?|averti) {_QUE}",
        r"\b(?:accusée?s?|soupçonnée?s?|suspectée?s?|inculpée?s?|prévenue?s?|coupables?"
        rf"|taxée?s?) {_DE}",
        r"\b(?:serai(?:en)?t|aurai(?:en)?t) (?:(?:\w+ment|déjà|été|ainsi|aussi|depuis|toujours|même"
        r"|tous|toutes|en) ){0,2}?(?!dû\b|pu\b|fallu\b|qu\b)\w+(?:ée?s?|ie?s?|ue?s?|[eo]rte?s?|it"
        r"|its|ites?|is|ises?)\b",
        r"\b(?:censée?s?|réputée?s?)\b(?= \w+)|\b(?:paraît-il|dit-on|semble-t-il"
        r"|à ce qu['’](?:il paraît|on dit))|\bprésumée?s?\b|\ble bruit court(?: que)?",
        around=True,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"(?-i:\b(?:Prétendre|Affirmer|Dire|Croire|Soutenir|Penser|Présenter"
        rf"|Alléguer)\b)(?: {_QUE})?|\bà (?:dire|affirmer|prétendre|soutenir|penser) {_QUE}",
        rf"\b(?:entendu|ouï|entend(?:ions|ais)?) dire(?: \w+){{0,3}}? {_QUE}",
    ),
    said(
        r"\b(?:condamn|poursuivi|inculp|jug|emprisonn|arrêt)(?:ée?s?|e?s?) pour\b",
        rf"{_SAY}(?:-(?:t-)?(?:il|elle|on|ils|elles))?(?:(?: {_QUE}| de\b| d['’]| à\b| avoir\b"
        r"| être\b| vouloir\b| sur\b| ne\b| pas\b| n['’]| comment\b| l['’]| pouvoir\b))*",
        rf"{_PHRASED}(?: {_DE})?",
        r"\b(?:parl(?:e|ent|ait|aient|a|èrent)|menac\w+|s['’]engag\w+|jur(?:e|ent|ait|a|èrent)"
        r"|se vant\w+|appell?e\w*|crai(?:nt|gnent)|entend\w*) ?(?:d[e'’]|à|des|du)?",
        rf"{_SAY}[^.;:!?]{{0,60}} ?:",
        r"\b(?:rapport|étude|témoignage|lettre|communiqué|éditorial|ministre|porte-parole|témoin"
        r"|président|ambassade|gouvernement|quotidien|journal)\b[^.;:!?]{0,30} ?:",
    ),
    pattern(
        "reports",
        Holder.OWNER,
        rf"{_NOUN}(?: {_WHO})? ?,? ?(?:selon (?:lequel|laquelle|lesquel(?:le)?s)|voulant {_QUE}"
        rf"|d['’]après (?:lequel|laquelle)|(?<!\w\s)(?<=\s){_QUE}|comme quoi"
        rf"|consistant à dire {_QUE})",
        rf"\b(?:c['’]est|voilà|tel est|est|était) {_WHO} {_NOUN} {_QUE}",
        r"\b(?:position|opinion|thèse|version|argument|réponse|explication|excuse|message"
        rf"|avis)(?: {_WHO})? (?:est|était|a été|fut)(?: {_QUE}| ?:)",
    ),
    pattern(
        "reports",
        Holder.AFTER,
        r"(?<!\w\s)\b(?:selon|suivant|d['’]après)(?! (?:l['’]|la |les? |des? |une? |ce |cette |qu"
        r"|s['’])?(?:articl|lois?\b|constit|code|convention|droit|règle|norme|pacte|cas\b|type"
        r"|taille|nombre|usage|besoin|procédure|principe|statut|critère|modalit|mode|ordre|échéanc"
        r"|calendri|disposition|elle|il))",
        r"\b(?:selon|d['’]après) (?:(?:les?|la|l['’]|une?|des?|ses?|son|leurs?|plusieurs|certains"
        rf"|ce|cette) ?)?(?:{_CAPITAL}|sources|témoin|habitant|autorit|polic|porte|rapport|donn"
        r"|version|déclar|lui\b|elle|eux|gouvernem|organis|étude|expert|enquêt|médec|presse|avocat"
        r"|famil|milit|estimat|chiffr|médias|procur|juge|tribuna|gardien|surviv|ministè|minist"
        r"|journa|associat|ONG|responsab|opposa)",
        r"\b(?:de l['’]avis|à l['’]avis|au dire|aux dires|selon les dires|aux yeux|du point de vue"
        r"|dans l['’]esprit|dans la bouche|de l['’]aveu|au jugement|sous la plume"
        rf"|dans les mots) ?(?:même )?{_DE}",
        r"\b(?:à|de) (?:mes|ses|leurs|vos|leur|son|sa) (?:yeux|avis|dires?|sens)\b|\bà (?:en"
        r"|l['’]en) croire\b|\bs['’]il faut en croire\b|\bsi l['’]on en croit\b|\bà entendre\b"
        r"|\bà lire\b",
        rf"(?-i:\bPour) (?:(?:les? |la |l['’]))?{_CAPITAL}[^;:!?,]{{1,50}}?,",
        around=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"(?:(?<=[,—–»”\"])|(?<=[,—–»”\"’]\s)|(?<=[»”\"],\s))(?! ?(?:qu|et\b|ou\b"
        r"|mais\b)) ?(?:(?:a|ont|avait|avaient|l['’]|le|lui|leur|nous|en|ainsi|alors|alors que"
        rf"|se) ?){{0,3}}{_SAY}(?<!ée)(?<!ées)(?<!és)(?! (?:qu[e'’]))",
        rf"(?<=[,—–»”\"]\s)(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))? ?{_SAY}",
        r"\b(?:dit|affirme|assure|explique|raconte|poursuit|ajoute|répond|soutient|estime"
        r"|déclare)-(?:t-)?(?:il|elle|on|ils|elles)\b",
        reach=Reach.AFTERWARDS,
    ),
    said(rf"(?<=,\s){_SAY} (?:(?!qu)[\w’'-]+ ?){{1,5}},", holder=Holder.INSIDE),
    # What the voice denies or does not know.
    denies(
        rf"(?:{_DENY}) (?:\w+ment )?(?:{_QUE}|avoir|être|l['’]existence|toute?|tout)\b ?",
        rf"(?:\b(?:il|on) )?{_NE} ?(?:(?:le|la|les|l['’]|se|s['’]|me|en|peut|peuvent|pouvons"
        rf"|saurait|saurions|sauraient|veut|veulent|a|ont|avons){_GAP}){{0,3}}(?:croi\w+|croy\w+"
        r"|pens\w+|accept\w+|reconna\w+|reconnu|admet\w*|admis\w*|considèr\w+|considér\w+|estim\w+"
        rf"|conçoi\w+|concev\w+|cru)(?: {_NOT})?(?: {_NOT})? {_QUE}",
        r"\brefus\w* (?:\w+ )?(?:de |d['’])(?:reconnaître|admettre|accepter|croire|confirmer"
        rf"|avouer)(?: {_QUE})?",
        rf"(?:\bil )?{_NE} ?(?:(?:y a|y avait|existe|existait|exist|dispos\w+|a|ont|avons|trouv\w+"
        rf"|détien\w+|avait){_GAP}){{1,4}}(?:{_NOT}|aucune?s?)(?: \w+)?(?: trouvé)?(?: d['’]"
        rf"| de)? ?(?:aucune?s? )?{_PROOF}(?: \w+){{0,3}}? (?:{_QUE}|de\b|d['’]|pour \w+ {_QUE}"
        rf"|permettant \w+ \w+ {_QUE}|indiquant {_QUE}|montrant {_QUE})",
        rf"\b(?:aucune?|sans) {_PROOF} (?:\w+ ){{0,3}}?(?:{_QUE}|de\b|d['’])",
        rf"\b(?:le |la )?(?:déni|dénégation|démenti|réfutation|refus|négation)s?(?: {_WHO})? (?:de"
        rf"|d['’]) ?(?:reconnaître|admettre|accepter)(?: {_QUE})?",
    ),
    unsure(
        r"(?<!\bne\s)(?<!\bn['’])\bdout(?:e|ent|ons|ait|aient|a"
        rf"|èrent)\b(?! pas\b)(?: (?:fort(?:ement)?|\w+ment))?(?: (?:{_QUE}|de\b|d['’]"
        r"|si\b))?(?<!sans\sdoute)(?<!aucun\sdoute)(?<!nul\sdoute)",
        r"\b(?:met|mettent|mettons|mis|mettre|remet|remettent|remettons) en (?:doute|question"
        rf"|cause)(?: (?:le fait )?{_QUE})?|\bs['’]interrog\w+ (?:sur|quant)"
        rf"|\bnous interrogeons (?:sur|quant)|\bse demand\w+ {_ASK}|\bnous demandons si\b"
        r"|\b(?:sceptique|circonspect|dubitati)\w*(?: \w+){0,3}",
        rf"{_NE} ?(?:(?:l['’]|le|la|les|se|s['’]|me|nous|a|ont|avons|avait|est|sommes|peut|peuvent"
        r"|pouvons|pu|saurait|saurions|été|possible|parven\w+|mesure|en|encore|toujours|réuss\w+"
        rf"|{_NOT}|de|à|d['’]|dispos\w+){_GAP}){{0,7}}(?:confirm|vérifi|corrobor|établi|détermin"
        r"|prouv|démontr|attest|affirm|di[rts]|sa(?:is|it|v)|recoup|assur|soutien"
        rf"|conclu)\w*(?: {_NOT})?(?: \w+ment)?(?: (?:{_ASK}|la\b|le\b|les\b|l['’]))?",
        r"(?<!\bne\s)(?<!\bn['’])\bignor(?:e|ent|ons|ait|aient)\b (?:encore "
        rf"|toujours )?{_ASK}(?: {_DE})?",
    ),
    # What is not so.
    negates(
        rf"{_NE}|\bpas (?:de|d['’]|un|une)\b|\b(?:jamais|aucune?s?|ni|sans|nullement|guère"
        r"|nulle part|nulle?)\b|\bpersonne\b(?= n)|\brien\b(?= n)|\bnon\b",
    ),
    negates(
        r"(?<!\bqui\s)(?<!\bqui\sont\s)(?<!\bqui\sa\s)(?<!\bqui\savaient\s)\b(?:cess|abstien|absten"
        r"|abstin|refus|omet|omis|évit|renonc|néglig|échou|rechign|dispens|exempt|priv|répugn"
        r"|empêch|dédaign|s['’]oppos|s['’]interdi)\w*(?: \w+){0,2}? (?:de\b|d['’]|à\b)|\b(?:manqu"
        r"|faill)\w+ à\b",
        r"\b(?:interdi(?:t|sent|re|sait|te|tes|ts|ction|sons)|prohib\w+|proscri\w+|exclu\w*"
        rf"|empêch\w+|évit\w+|entrav\w+|prévien\w+|bann\w+)(?: {_QUE})?\b",
        r"\b(?:au lieu|loin|faute|à défaut|en l['’]absence|l['’]absence|le manque|manque"
        rf"|incapables?|dépourvue?s?|privée?s?|à l['’]abri|dénuée?s?|hors d['’]état) {_DE}"
        rf"|\bplutôt {_QUE}(?: {_DE})?|\b(?:mett\w+|met|mis) (?:un terme|fin) à\b|\ben finir avec\b"
        rf"|\bcontre ce {_QUE}",
        rf"\b(?:il |c['’])?{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT}){_TO_SAY}(?! ?[.;,])",
        rf"\bc['’]est à tort (?:{_QUE} ?(?:l['’])?(?:on )?\w+)?|\bà tort\b"
        rf"|\bon aurait tort d[e'’] ?\w+(?: {_QUE})?",
        r"\b(?:le|la|les|un|une|ce|cette|du) (?:\w+ )?(?:mythe|mensonge|fable|fiction|illusion"
        rf"|légende|leurre|fantasme)s?(?: {_DE})?(?: {_QUE}|,? selon (?:lequel|laquelle))?",
        rf"{_NE} ?(?:est|était|serait|sont|semble|paraît) {_NOT} (?:\w+ ){{0,2}}?(?:vrai|exact"
        r"|correct|juste|fondé|admissible|acceptable|possible|question|raisonnable|sérieux"
        rf"|le cas)e?s?{_TO_SAY}",
        r"\b(?:personne|nul|aucun \w+|rien|peu de (?:gens|monde))(?: [\w’'-]+){0,6}? ?(?:n['’]"
        r"|ne )(?:\w+ )?(?:croi\w+|pense\w*|prétend\w*|affirm\w+|soutien\w+|prouve\w*|montre\w*"
        r"|indique\w*|permet\w*|démontre\w*|établi\w*|suggère\w*|laisse\w*|autorise\w*|justifie\w*"
        r"|accept\w+|admet\w*)(?: \w+ment)?(?: (?:de |d['’]|à ))?(?:penser|croire|dire|affirmer"
        rf"|conclure|soutenir|supposer)?(?: ?{_QUE})?",
        r"\b(?:difficile(?:ment)?|malaisé)(?: (?:de |d['’])(?:croire|soutenir|admettre"
        rf"|prétendre))?(?: {_QUE})?|\bcomme si\b|\bpeu de (?:gens|personnes|monde) (?:croi\w+"
        rf"|admett\w+)(?: {_QUE})?",
    ),
    # What is asked, supposed or left open.
    supposes(
        r"\bsi\b(?! (?:bien|peu|tôt|longtemps|grand|\w+ qu[e'’]))|\bs['’](?=ils?\b)",
        r"\b(?:apparemment|vraisemblablement|peut-être|possiblement|probablement|sans doute"
        rf"|éventuellement|hypothétiquement|en théorie|théoriquement)\b,?(?: {_QUE})?",
        r"\b(?:à moins|à (?:la )?condition|pourvu|à supposer|en supposant|en admettant|supposons"
        r"|admettons|imaginons|mettons|pour autant|pour peu|sous réserve|dans l['’]hypothèse où"
        rf"|au cas où|dans le cas où|quand bien même|en cas|advenant|supposé)(?: (?:{_QUE}|de\b"
        r"|d['’]))?",
        r"\b(?:il )?(?:se peut|se pourrait|est possible|est probable|semblerait"
        rf"|arriverait)(?: bien)? {_QUE}",
        rf"\b(?:il |c['’])?{_BE} {_HOW}{_UNSURE}(?: {_QUE}| si\b| d[e'’]| à savoir)*",
        r"\b(?:reste|restait|demeure) (?:à|de) (?:savoir|voir|prouver|démontrer|établir|vérifier"
        rf"|déterminer)(?: {_ASK})?|\b(?:question|point) de savoir {_ASK}|\b(?:on"
        rf"|l['’]on) (?:ignore|peut (?:se demander|douter)|ne sait)(?: pas)?(?: {_ASK})?",
        rf"{_NE} ?(?:est|sont|était|semble|paraît) {_NOT} (?:\w+ ){{0,2}}?(?:clair|certain|sûr"
        r"|établi|avéré|prouvé|démontré|évident|acquis|exclu|vraisemblable|probable|dit"
        rf"|connu)e?s?(?: {_ASK})?",
        r"\bloin d['’]être (?:\w+ )?(?:clair|certain|sûr|établi|avéré|prouvé|démontré"
        rf"|acquis)e?s?(?: {_QUE})?",
    ),
    supposes(r"(?-i:\b(?:Serait|Fût|Eût)[- ](?:il|elle|ce|on)\b)", reach=Reach.BESIDE),
    # What is said of the words before.
    denied_after(
        rf"\b(?:{_BE}|n['’]est qu['’]|n['’]était qu['’]|ne sont que) ?{_HOW}(?:{_UNTRUE}"
        rf"|{_UNFIT})\b",
        rf"{_NE} ?(?:est|était|sont|serait|semble) {_NOT} (?:\w+ ){{0,2}}?(?:vrai|exact|correct"
        r"|crédible|convaincant|juste|fondé|sérieux|le cas|acceptable|recevable|admissible)e?s?\b",
        rf"{_NE} ?(?:repos\w+ sur (?:rien|aucun)\w*|(?:a|ont|avai\w+) (?:{_NOT}|aucune?"
        r"|nul)(?: \w+){0,2} ?(?:fondement|base|sens|crédibilité|valeur|consistance|réalité))\b"
        r"|\b(?:dénué|dépourvu|manqu)\w* (?:\w+ )?d[e'’] ?(?:tout )?(?:fondement|sens|base"
        r"|crédibilité|sérieux)",
        rf"{_NE} ?(?:résist\w+|tien\w+|correspond\w+|convain\w+|tromp\w+|cadr\w+"
        rf"|reflèt\w+) (?:{_NOT}|personne|à aucun\w*)",
        r"[,—–-]\s*(?:ce qui|chose que|ce que|ce dont)(?: [\w’']+){0,4}? ?(?:faux|inexact"
        r"|mensong\w+|conteste\w*|ni(?:e|ent)|dément\w*|réfut\w+|récus\w+|rejet\w+|pas (?:vrai"
        r"|exact|le cas)|doute\w*)\b",
        r"\b(?:a|ont) été (?:\w+ment )?(?:démenti|réfuté|discrédité|démonté|infirmé"
        r"|contredit)e?s?\b|\bne veut rien dire\b|\bpure (?:propagande|invention|fantaisie)\b",
    ),
    doubted_after(
        rf"{_BE} {_HOW}{_UNSURE}\b",
        rf"{_NE} ?(?:a|ont|est|sont|avait|avaient|peut|peuvent|saurait)(?: \w+){{0,3}}? (?:vérifié"
        r"|confirmé|prouvé|établi|démontré|avéré|corroboré|être (?:vérifié|confirmé|prouvé))e?s?\b"
        r"|\blaiss\w+ (?:perplexe|sceptique|dubitatif)\w*|\breste\w* à (?:prouver|démontrer"
        r"|vérifier|voir|établir|confirmer)\b",
        r"[,—–-] ?(?:peut-être|probablement|sans doute|apparemment|semble-t-il|paraît-il"
        r"|dit-on)(?= ?[.,;!?]|\Z)",
    ),
)
_THESE = r"(?:ces?|cette|cet|cela|ça|ce point|les? faits?|tout)\b"
_DISSENT = (
    pattern(
        "rejects",
        Holder.DISSENTER,
        r"(?:[^.;:!?,]{1,70}? )?(?:le|la|les|l['’])(?: ?a | ?ont )? ?(?:ni(?:e|ent|é|ait|ons)"
        r"|démen\w+|contest\w+|réfut\w+|rejet\w+|récus\w+|conteste)\b",
        r"(?:[^.;:!?,]{1,70}? )?(?:ni(?:e|ent|é|ait|ons)|démen\w+|contest\w+|réfut\w+|rejet\w+"
        rf"|récus\w+|condamn\w+|dénonc\w+|contredi\w+) (?:\w+ment |en bloc |avec force )?{_THESE}",
        r"(?:[^.;:!?,]{1,70}? )?(?:ne |n['’])(?:\w+ )?(?:(?:partag|accept|croi|croy|souscri|approuv"
        r"|admet|reconna|adhèr|adhér)\w*|(?:y |en )?(?:croi|croy)\w*|(?:est|sommes"
        r"|sont) pas d['’]accord)",
        r"(?:[^.;:!?,]{1,70}? )?(?:s['’]inscri\w+ en faux|se dissoci\w+|nous dissocions"
        r"|s['’]oppos\w+|est d['’]un autre avis|pense le contraire|d['’]un avis contraire)",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        r"(?:Mais |Or,? |Pourtant,? )?(?:C['’]est|Ce sont|Cela est|Voilà|Ceci est|Tout cela est"
        rf"|Cette \w+ est|Ce \w+ est|C['’]était) ?(?:là )?{_HOW}{_UNTRUE}\b",
        r"(?:Mais |Or,? |Pourtant,? )?(?:Ce|Cela|Ceci|Cette \w+) ?(?:n['’]est|n['’]était"
        r"|ne (?:tient|correspond|repose|résiste)) (?:pas|point|qu['’]un|nullement|en rien"
        r"|sur rien)",
        r"(?:Or,? |Mais )?(?:Il|Elle) n['’]en (?:est|était|fut) rien|Tel n['’]est pas le cas"
        r"|Rien n['’]est (?:plus|moins)|Rien de (?:tel|plus faux)|(?:Bien|Tout) au contraire"
        r"|Au contraire|C['’]est (?:tout )?(?:le contraire|l['’]inverse)|Loin de là"
        r"|Loin s['’]en faut|Il s['’]en faut|Pas du tout|Nullement|En aucun cas|Aucunement"
        r"|Tant s['’]en faut|(?:Faux|Mensonge|Mensonges|Absurde|Inexact|Propagande"
        r"|Foutaise\w*)\b(?=\s*[.!,;:—–-])",
        r"(?:Les|La|L['’]|Le)(?: |(?<=['’]))(?:faits|preuves|réalité|vérité|chiffres|évidence"
        r"|archives)\b[^.;:!?]{0,40}? (?:contraire|démen\w+|contredi\w+|autre|tout autre"
        r"|autrement)\b",
        r"(?:Personne|Nul|Peu)\b[^.;:!?]{0,30}? (?:croi\w+|accept\w+|dupe\w*)\b"
        r"|En réalité[^.;:!?]{0,20} (?:l['’]inverse|le contraire|rien)\b|Le contraire est"
        r"|Si seulement",
        around=True,
    ),
)

FRENCH = Language(
    code="fr",
    letters="[A-Za-z]",
    quotes=("«»", "“”"),
    cues=_CUES,
    dissent=_DISSENT,
    self_words=r"\b(?:nous|notre|nos|je)\b|\bj['’]|\b(?:le présent|ce|notre) (?:rapport|document"
    r"|chapitre|mémoire)\b|\b(?:la présente|cette|notre) (?:communication|déclaration|étude|enquête"
    r"|lettre)\b",
    articles="(?:(?:les?|la|une?|des|du|aux?) |l['’])",
    between=r"(?:\w+ment|ne|en|y|le|la|les|lui|leur|nous|vous|se|a|ont|avons|avait|avaient|ai|est"
    r"|sont|sommes|aussi|également|toujours|pas|jamais|qui|que|encore|bien|déjà|puis|dès|lors"
    r"|avec \w+) |(?:n|l|s|m|t)['’]|, ",
    # Without a subject, and not "we": somebody else.
    like_the_voice=r"\b(?:comité|conseil|commission(?! électorale)|mission|groupe de travail"
    r"|assemblée|rapporteu\w+|expert\w*|nous|notre|nos|je|on|personne|rien|nul|aucune?|peu|rapport"
    r"|étude|cela|ce|ceci)\b|\b[jc]['’]",
    no_subject=r"\b(?:et|ou|mais|donc|or|ni|ne|pas|plus|a|ont|ai|avons|avait|est|sont|fut|était|été"
    r"|aussi|également|encore|toujours|jamais|en|y|le|la|les|lui|leur|se|de|à|que|qui|(?!gouvern"
    r"|parle|départ|règle|docu|mouve)\w+ment|peut|doit|cependant|toutefois|ainsi|alors|dès|lors"
    r"|puis|enfin|par|ailleurs|en|outre|si|comme|très|il faut|il|[nlsdcmtj]|qu)\b",
    outsider_inside=r"(?<=\b[Ii]l\s)(?:ni|démen)|(?<=\b[Ee]lle\s)(?:ni|démen)|(?<=\b[Ii]ls\s)(?:ni"
    r"|démen)",
    anaphor=r"(?-i:(?:Ces?|Cette|Cet|Cela|Ceci|De tel(?:le)?s)\b)",
    negation=rf"{_NE}|\b(?:pas|jamais|aucune?|personne|rien|ni|sans|nullement|guère|loin de"
    r"|incapables? de)\b|\brefus\w+",
    denial="ni(?:e|ent|er|ons)|démen|dout|contest|réfut|disput|question|ignor",
    only="seulement|uniquement|simplement",
    affirmed=r"(?:seulement|uniquement|simplement|plus que|moins|conteste|équivoque|appel|cesse"
    r"|surprise|ambiguïté)\b|(?:[\w-]++(?:['’]| )){0,4}?\b(?:ignor|dout|contest|ni(?:er?|ons|ent)\b"
    r"|cach|oubli|surpren|étonn|secret|échapp|hasard|empêch|conteste|manqu|faut pas oublier"
    rf"|disput)\w*|(?:(?!{_NOT}\b)[\w-]+ )(?:(?!{_NOT}\b)[\w-]+"
    r" )?(?<!croit\s)(?<!croient\s)(?<!pense\s)qu(?:e |['’])",
    clause_ends=r",\s*(?:tandis que|alors que|et|que)\b|\b(?:mais|quoique|bien que|parce que"
    r"|puisque|car|sauf)\b|\bor,",
    other_clause=r"\b(?:qui|dont|où|lequel|laquelle|lesquel\w*|quand|lorsqu\w*|tandis|jusqu\w*"
    r"|avant|après|pour que|si)\b|\bet\b",
    complement=r"\b(?:que\b|qu['’]|si\b)",
    relative=r"\b(?:qui|ceux qui|celles qui|celui qui)\s+(?:(?:se|le|la|les)\s+)?",
    finite=r"\b(?:est|sont|était|étaient|sera|seront|a|ont|doit|doivent|peut|peuvent)\b",
    lead_in=r"(?:que |qu['’])?(?:(?:les?|la|une?|des?|du|son|sa|ses|leurs?|ces?|cette|ils?|elles?"
    r"|on|se|aux?|à|avoir|être|en) |[lds]['’])?",
    turns_away=r",\s*(?:et|ou|qui|dont|où|comme|ainsi)\b|\bet (?:les?|la|l['’]|que|ils?|elles?|on)",
    negated_noun=r"(?:sans|faute|loin|au lieu|absence)\b",
    conjunction=r"\bet\b",
    openers=r"\b(?:cependant|toutefois|néanmoins|pourtant|en revanche|malgré cela|cela étant)\b"
    r"|\bmais\b(?! (?:aussi|encore|également)\b)",
    turns=r"\b(?:bien qu[e'’]|quoiqu\w*|encore qu[e'’]|même si)|\b(?:sauf|excepté|hormis"
    r"|à l['’]exception|à moins|sous réserve|pourvu|à condition|si ce n['’]est)\b|\b(?:prétendument"
    r"|apparemment|paraît-il|semble-t-il)\b",
    degrees=r"\b(?:en (?:grande|bonne) (?:partie|mesure)|dans une (?:large|certaine|moindre) mesure"
    r"|pour l['’]essentiel|en (?:général|partie)|principalement|partiellement|généralement"
    r"|largement|majoritairement|essentiellement|dans la plupart des cas"
    r"|jusqu['’]à un certain point)\b|\b(?:seulement|uniquement) (?:en|quand|lorsqu\w*|si|pendant"
    r"|pour|par|après|avant|dans|à)\b",
    says_who=r"^[^.;:]{1,80}?\s(?:dit|disent|affirm(?:e|ent|ait|é)|déclar(?:e|ent|é)|soutien(?:t"
    r"|nent)|soutenu|assur(?:e|ent|é)|allègu\w+|estim(?:e|ent|é)|pens(?:e|ent)|croi(?:t|ent)"
    r"|prétend(?:ent)?|ni(?:e|ent)|considèr\w+|annonc\w+|dénonc\w+|relèv\w+|soulign\w+|not(?:e|ent"
    rf"|é)|indiqu\w+|expliqu\w+) {_QUE}|^(?:selon|d['’]après)\s(?!(?:l['’]article|la loi"
    r"|le droit)\b)|,\s+(?:selon|d['’]après) [^,]+\.?$|^(?:de l['’]avis|aux yeux|au dire"
    r"|aux dires) d|^(?:comme|ainsi que) l['’](?:a|ont) ",
)
