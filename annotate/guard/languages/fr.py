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
    rf"(?:{_L}*(?:ons|er|ir|re|ez-vous|tions?|sions?|ments?|eurs?|eus?e?s?|rices?|ables?|ibles?"
    r"|ances?|ages?|ivement)\b)"
)
_FORM = rf"(?!{_NO_FORM}){_L}{{0,7}}"
_NO_NOUN = not_after(
    r"le\s la\s les\s l['’] un\s une\s du\s des\s de\s d['’] au\s aux\s son\s sa\s ses\s leur\s"
    r" leurs\s "
    r"ce\s cet\s cette\s ces\s chaque\s sans\s par\s sur\s notre\s nos\s tout\s"
)
_SAY = verbs(
    "affirm déclar assur dénonc signal allègu allégu inform expliqu racont relat narr avou réitèr "
    "réitér soulign précis insist indiqu rappel observ constat remarqu relèv relev estim pens jug "
    "considèr considér soupçonn suppos présum argu invoqu avanc annonc proclam révèl révél confi "
    "confirm témoign certifi attest regrett promett promis prétend soutien soutenu souten soutin "
    "maintien maintenu maintenai maintin "
    "croi croy rétorqu répliqu admet admis reconnai reconnu conclu conclur suggèr suggér imagin "
    "redout prédi prévoi prévu averti prévien point martèl répèt répét ajout mentionn décri dépei "
    "démontr montr prouv établi statu rapport clam évoqu craign craint crain lais résum"
    " document "
    "recens vérifi découvr découver apprend appris persuad convainc convain espèr espér spécul "
    "conven conced concèd stipul énonc formul",
    ending=_FORM,
    before=_NO_NOUN,
    irregular="dit disent disait disaient disant dites dirent dira diront dirait diraient dis dise "
    "écrit écrivent écrivait écrivirent écrivant crut crurent cru répond répondu répondent"
    " répondait "
    "répondit répondirent promet promit promirent admit admirent conclut conclurent lit"
    " "
    "entend entendu sut soutient nia titre titrait veut raconte plaint plaignent plaignait"
    " plaignaient note notent notait notaient noté notèrent",
)
_PHRASED = (
    r"\b(?:(?:fait|font|faisai(?:en)?t|fit|firent|faire) (?:valoir|savoir|remarquer|observer|croire"
    r"|état"
    r"|part)|laiss\w+ (?:entendre|croire|penser)|donn\w+ à (?:entendre|penser|croire)|tien(?:t|nent"
    r"|s)"
    r" pour (?:acquis|vrai|établi|certain)|mett?(?:ent|ait)? en avant|(?:est|sont|était|étaient"
    r"|se di\w+)"
    r" (?:d['’]avis|convaincue?s?|persuadée?s?|certaine?s?|sûre?s?))"
)
_JOINS = not_after(  # before "que" these begin no statement
    "ce ainsi alors afin plus moins tandis tel telle tels avant même depuis dès pour bien fait"
    " autant "
    "sans tant parce toujours mieux aussi fois"
)
_NOUN = (
    r"\b(?:affirmation|déclaration|thèse|idée|position|notion|argument|allégation|accusation"
    r"|version"
    r"|rumeur|croyance|hypothèse|opinion|avis|conviction|assertion|prétention|théorie|récit"
    r"|promesse"
    r"|nouvelle|témoignage|soupçon|conclusion|reproche|prétexte|excuse|argumentation|insinuation"
    r"|point"
    r" de vue|interprétation|supposition|information|assurance|plainte|discours|doctrine|principe"
    r"|postulat|aveu|annonce|propos|dire|grief|prémisse|sentiment|crainte|bruit|raisonnement"
    r"|lecture"
    r"|prédiction|constat)x?s?\b"
)
_TURN_DOWN = (
    rf"{_NO_NOUN}\b(?:rejet|récus|réfut|contest|désapprouv|désavou|dénonc|critiqu|déplor|répudi"
    rf"|condamn"
    rf"|combatt?|écart)(?!{_L}*(?:er|eurs?|tions?|ables?)\b)(?:e|es|ent|ons|a|ait|aient|èrent|é|ée"
    rf"|és|ées"
    r"|ant|i|it|era|eront|erons)\b|\b(?:rejette|rejettent|combat|combattent)\b"
)
_DENY = (
    rf"{_NO_NOUN}\b(?:ni(?:e|ent|ons|ait|aient|a|èrent|é|era|eront|ant)|démen(?:t|tent|tait|tons|ti"
    rf"|tit"
    r"|tirent|tira|tant|tie))\b"
)
_BE = (
    r"\b(?:est|sont|était|étaient|serait|seraient|sera|fut|furent|a été|ont été|soit|semble|paraît"
    r"|reste|demeure|relève|relèvent|relevait|tien(?:t|nent))"
)
_HOW = (
    r"(?:(?:\w+ment|tout|toute?|très|trop|aussi|plus|bien|à fait|donc|une?|pure?|simple|d['’]une?"
    r"|de"
    rf"|de la|du|de l['’]|des|là){_GAP}){{0,4}}"
)
_UNTRUE = (
    r"(?:faux|fausses?|inexacte?s?|mensong\w+|erroné\w*|mythes?|fables?|absurdes?|fictions?"
    r"|ineptes?"
    r"|ineptie|leurres?|illusions?|illusoires?|fantaisistes?|fantaisies?|fantasmes?|infondé\w*"
    r"|naï\w+"
    r"|ridicules?|aberrant\w*|aberration|incorrecte?s?|trompeu\w+|légendes?|chimères?|impostures?"
    r"|contre-vérité|inventions?|affabulations?|calomni\w+|erreurs?|sophismes?|tort|insoutenables?"
    r"|intenables?|invraisemblables?|non-sens|contresens|insensée?s?|grotesques?|propagande"
    r"|pas vrai)"
)
_UNFIT = (
    r"(?:inadmissibles?|inacceptables?|intolérables?|illéga(?:le?s?|ux)|illicites?|injustifi\w+"
    r"|interdite?s?|impossibles?|irresponsables?|impensables?|inconcevables?|inexcusables?|abusi\w+"
    r"|hors de question|exclue?s?|malhonnêtes?|indéfendables?|injustes?)"
)
_UNSURE = (
    r"(?:douteu\w+|incertaine?s?|peu (?:probable|vraisemblable|clair|crédible|plausible)s?"
    r"|improbables?"
    r"|possibles?|probables?|contestables?|discutables?|plausibles?|invérifiables?"
    r"|sujett?e?s? à caution"
    r"|à prouver|à démontrer|à vérifier|à voir)"
)
_TO_SAY = (
    rf"(?: (?:de|d['’])? ?(?:penser|croire|dire|affirmer|prétendre|soutenir|supposer|imaginer"
    rf"|conclure"
    rf"|parler|présenter|alléguer|considérer|voir))?(?: {_QUE}| si\b| d[e'’])?"
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
        rf"|souten\w+"
        rf"|rejoi\w+|reprend\w+|accept\w+|saurai\w+ (?:admettre|accepter|souscrire)"
        rf"|peu\w+ (?:\w+ )?"
        rf"(?:admettre|accepter|souscrire|partager))(?: {_NOT})?(?= (?:[\w’'-]+ ){{0,4}}?(?:qu[e'’]"
        rf"|(?:l['’])?{_NOUN}))",
        rf"{_NE} ?(?:est|sommes|sont|était|étaient)(?: \w+)? d['’]accord (?:avec|pour)\b"
        rf"|\ben désaccord avec\b",
        r"\b(?:s['’]|m['’]|nous nous |se |s['’]est |s['’]était )(?:oppos\w+|insurg\w+"
        r"|inscri\w+ en faux)"
        r" (?:à|au|aux|contre)\b(?= (?:\w+ ){0,3}?(?:ce que|(?:l['’])?\w*(?:idée|thèse|argument"
        r"|avis)))",
    ),
    pattern("rejects", Holder.AFTER, _TURN_DOWN, reach=Reach.BESIDE),
    pattern(
        "rejects",
        Holder.NEAREST,
        r"\bsoi-disant\b|\bprétendu(?:e?s?|ment)\b(?! (?:que|être|avoir)\b)(?<!\bont\sprétendu)"
        r"(?<!\ba\sprétendu)|\bautoproclamée?s?\b|\bsupposée?s\b|\bce qu['’](?:il|elle|on|ils"
        r"|elles)"
        r" (?:appell?e\w*|nomme\w*|qualifie\w*)\b",
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
        rf"\b(?:comme|ainsi que|tel que) (?:l['’](?:a|ont|avait|avaient) |le |l['’]|en "
        rf"|nous l['’]a |il |elle"
        rf"|(?:\w+ment|déjà|bien|aussi|été|a|ont|fort justement|si bien) ){{1,5}}{_SAY}",
        rf"\b(?:comme|ainsi que|tel que) {_WHO} (?:l['’](?:a|ont|avait) |(?:le|\w+ment|déjà"
        rf"|bien) ){{1,3}}{_SAY}",
        r"\bpour reprendre les (?:termes|mots|paroles) d",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:est|sont|sommes|suis|était) (?:\w+ment )?d['’]accord avec\b|\b(?:se rallie"
        r"|se rallient|nous"
        r" rallions|s['’]associe|s['’]associent|nous associons|se joint|se joignent|nous joignons"
        r"|souscri\w+"
        r"|adhèr\w+|fait sien\w*|font sien\w*|faisons nôtre\w*)\b",
        rf"\b(?:partag|approuv|soutenons|soutien|appuy|appui)\w* (?:\w+ment )?(?:l['’]|la |les |le "
        rf"|cet |cette"
        rf" |ces )(?:\w+ )?{_NOUN}",
    ),
    # Who says it.
    pattern(
        "reports",
        Holder.SUBJECT,
        rf"(?<!\bil\sest\s){_SAY}(?:-(?:t-)?(?:il|elle|on|ils|elles))?(?:"
        rf" [\w’'-]+){{0,6}}?(?:,[^,;:.!?]{{1,40}},)?"
        rf"{_JOINS} ?(?<![\w’]){_QUE}",
        rf"{_PHRASED}(?: à \w+)?(?: \w+){{0,3}}? {_QUE}",
        rf"\b(?:présent|considèr|considér|dépei(?:nt|gn)|décri|trait|perçoi|regard|voi|dési?gn"
        rf"|qualifi|défini"
        rf"|assimil|tien)(?!{_NO_FORM}|ées?\b|és?\b)\w*(?= [^;:.!?]{{1,80}}? (?:comme|pour des?"
        rf"|pour une?)\b)",
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\b(?:accus|soupçonn|blâm|tax|suspect|qualifi|inculp)(?:e|ent|ait|aient|a|èrent|é|ant)\b"
        r"(?= [^;:.!?]{1,80}? (?:d['’]|de\b))",
        r"\b(?:reproch|imput)(?:e|ent|ait|aient|a|èrent|é|ant)\b"
        r"(?= [^;:.!?]{1,80}? (?:d['’]|de\b|à\b|au\b|aux\b))",
        reach=Reach.CLAUSE,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        rf"\bon (?:(?:nous|lui|leur|m['’]|vous|a|avait|l['’]|le|la|les|en){_GAP})*(?:dit|raconte"
        rf"|prétend|croit"
        rf"|murmure|rapporte|affirme|assure|suppose|pense|accuse|soupçonne|chuchote|présente|répète"
        rf"|signale)"
        rf"\b(?:[\w ]{{0,20}} {_QUE})?",
        rf"\bil (?:se dit|se murmure|se raconte|paraît|semblerait|paraîtrait|a été (?:dit|affirmé"
        rf"|allégué"
        rf"|signalé|rapporté|avancé)|est (?:dit|allégué|avancé|rapporté|affirmé|reproché"
        rf"|admis))(?: [^;:.!?,]"
        rf"{{1,40}}?)? (?:{_QUE}|d['’]|de\b)",
        rf"\b(?:informée?s?|avisée?s?|avertie?s?|averties?|prévenue?s?|averti) {_QUE}",
        rf"\b(?:accusée?s?|soupçonnée?s?|suspectée?s?|inculpée?s?|prévenue?s?|coupables?"
        rf"|taxée?s?) {_DE}",
        r"\b(?:serai(?:en)?t|aurai(?:en)?t) (?:(?:\w+ment|déjà|été|ainsi|aussi|depuis|toujours"
        r"|même|tous|toutes|en) ){0,2}?(?!dû\b|pu\b|fallu\b|qu\b)\w+(?:ée?s?|ie?s?|ue?s?|[eo]rte?s?"
        r"|it|its|ites?|is|ises?)\b",
        r"\b(?:censée?s?|réputée?s?)\b(?= \w+)|\b(?:paraît-il|dit-on|semble-t-il"
        r"|à ce qu['’](?:il paraît|on dit))"
        r"|\bprésumée?s?\b|\b(?:apparemment|vraisemblablement)\b|\ble bruit court(?: que)?",
        around=True,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        rf"(?-i:\b(?:Prétendre|Affirmer|Dire|Croire|Soutenir|Penser|Présenter"
        rf"|Alléguer)\b)(?: {_QUE})?|\bà (?:dire|affirmer|prétendre|soutenir|penser) {_QUE}",
        rf"\b(?:entendu|ouï|entend(?:ions|ais)?) dire(?: \w+){{0,3}}? {_QUE}",
    ),
    said(
        r"\b(?:condamn|poursuivi|inculp|jug|emprisonn|arrêt)(?:ée?s?|e?s?) pour\b",
        rf"{_SAY}(?:-(?:t-)?(?:il|elle|on|ils|elles))?(?:(?: {_QUE}| de\b| d['’]| à\b| avoir\b"
        rf"| être\b| vouloir\b"
        rf"| sur\b| ne\b| pas\b| n['’]| comment\b| l['’]| pouvoir\b))*",
        rf"{_PHRASED}(?: {_DE})?",
        r"\b(?:parl(?:e|ent|ait|aient|a|èrent)|menac\w+|s['’]engag\w+|jur(?:e|ent|ait|a|èrent)"
        r"|se vant\w+"
        r"|appell?e\w*|crai(?:nt|gnent)|entend\w*) ?(?:d[e'’]|à|des|du)?",
        rf"{_SAY}[^.;:!?]{{0,60}} ?:",
        r"\b(?:rapport|étude|témoignage|lettre|communiqué|éditorial|ministre|porte-parole|témoin"
        r"|président"
        r"|ambassade|gouvernement|quotidien|journal)\b[^.;:!?]{0,30} ?:",
    ),
    pattern(
        "reports",
        Holder.OWNER,
        rf"{_NOUN}(?: {_WHO})? ?,? ?(?:selon (?:lequel|laquelle|lesquel(?:le)?s)|voulant {_QUE}"
        rf"|d['’]après"
        rf" (?:lequel|laquelle)|(?<!\w\s)(?<=\s){_QUE}|comme quoi|consistant à dire {_QUE})",
        rf"\b(?:c['’]est|voilà|tel est|est|était) {_WHO} {_NOUN} {_QUE}",
        rf"\b(?:position|opinion|thèse|version|argument|réponse|explication|excuse|message"
        rf"|avis)(?: {_WHO})?"
        rf" (?:est|était|a été|fut)(?: {_QUE}| ?:)",
    ),
    pattern(
        "reports",
        Holder.AFTER,
        r"(?<!\w\s)\b(?:selon|suivant|d['’]après)(?! (?:l['’]|la |les? |des? |une? |ce |cette |qu"
        r"|s['’])?(?:articl"
        r"|lois?\b|constit|code|convention|droit|règle|norme|pacte|cas\b|type|taille|nombre|usage"
        r"|besoin"
        r"|procédure|principe|statut|critère|modalit|mode|ordre|échéanc|calendri|disposition|elle"
        r"|il))",
        rf"\b(?:selon|d['’]après) (?:(?:les?|la|l['’]|une?|des?|ses?|son|leurs?|plusieurs|certains"
        rf"|ce|cette) ?)?"
        rf"(?:{_CAPITAL}|sources|témoin|habitant|autorit|polic|porte|rapport|donn|version|déclar"
        rf"|lui\b|elle"
        rf"|eux|gouvernem|organis|étude|expert|enquêt|médec|presse|avocat|famil|milit|estimat"
        rf"|chiffr|médias"
        rf"|procur|juge|tribuna|gardien|surviv|ministè|minist|journa|associat|ONG|responsab"
        rf"|opposa)",
        rf"\b(?:de l['’]avis|à l['’]avis|au dire|aux dires|selon les dires|aux yeux|du point de vue"
        rf"|dans l['’]esprit"
        rf"|dans la bouche|de l['’]aveu|au jugement|sous la plume|dans les mots) ?(?:même )?{_DE}",
        r"\b(?:à|de) (?:mes|ses|leurs|vos|leur|son|sa) (?:yeux|avis|dires?|sens)\b|\bà (?:en"
        r"|l['’]en) croire\b"
        r"|\bs['’]il faut en croire\b|\bsi l['’]on en croit\b|\bà entendre\b|\bà lire\b",
        rf"(?-i:\bPour) (?:(?:les? |la |l['’]))?{_CAPITAL}[^;:!?,]{{1,50}}?,",
        around=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"(?:(?<=[,—–»”\"])|(?<=[,—–»”\"’]\s)|(?<=[»”\"],\s))(?! ?(?:qu|et\b|ou\b"
        rf"|mais\b)) ?(?:(?:a|ont|avait|avaient"
        rf"|l['’]|le|lui|leur|nous|en|ainsi|alors|alors que|se)"
        rf" ?){{0,3}}{_SAY}(?<!ée)(?<!ées)(?<!és)"
        rf"(?! (?:qu[e'’]))",
        rf"(?<=[,—–»”\"]\s)(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))? ?{_SAY}",
        r"\b(?:dit|affirme|assure|explique|raconte|poursuit|ajoute|répond|soutient|estime"
        r"|déclare)-(?:t-)?(?:il|elle"
        r"|on|ils|elles)\b",
        reach=Reach.AFTERWARDS,
    ),
    said(rf"(?<=,\s){_SAY} (?:(?!qu)[\w’'-]+ ?){{1,5}},", holder=Holder.INSIDE),
    # What the voice denies or does not know.
    denies(
        rf"(?:{_DENY}) (?:\w+ment )?(?:{_QUE}|avoir|être|l['’]existence|toute?|tout)\b ?",
        rf"(?:\b(?:il|on) )?{_NE} ?(?:(?:le|la|les|l['’]|se|s['’]|me|en|peut|peuvent|pouvons"
        rf"|saurait|saurions"
        rf"|sauraient|veut|veulent|a|ont|avons){_GAP}){{0,3}}(?:croi\w+|croy\w+|pens\w+|accept\w+"
        rf"|reconna\w+|reconnu"
        rf"|admet\w*|admis\w*|considèr\w+|considér\w+|estim\w+|conçoi\w+|concev\w+"
        rf"|cru)(?: {_NOT})?(?: {_NOT})?"
        rf" {_QUE}",
        rf"\brefus\w* (?:\w+ )?(?:de |d['’])(?:reconnaître|admettre|accepter|croire|confirmer"
        rf"|avouer)(?: {_QUE})?",
        rf"(?:\bil )?{_NE} ?(?:(?:y a|y avait|existe|existait|exist|dispos\w+|a|ont|avons|trouv\w+"
        rf"|détien\w+|avait)"
        rf"{_GAP}){{1,4}}(?:{_NOT}|aucune?s?)(?: \w+)?(?: trouvé)?(?: d['’]"
        rf"| de)? ?(?:aucune?s? )?{_PROOF}(?: \w+){{0,3}}?"
        rf" (?:{_QUE}|de\b|d['’]|pour \w+ {_QUE}|permettant \w+ \w+ {_QUE}|indiquant {_QUE}"
        rf"|montrant {_QUE})",
        rf"\b(?:aucune?|sans) {_PROOF} (?:\w+ ){{0,3}}?(?:{_QUE}|de\b|d['’])",
        rf"\b(?:le |la )?(?:déni|dénégation|démenti|réfutation|refus|négation)s?(?: {_WHO})? (?:de"
        rf"|d['’])"
        rf" ?(?:reconnaître|admettre|accepter)(?: {_QUE})?",
    ),
    unsure(
        rf"(?<!\bne\s)(?<!\bn['’])\bdout(?:e|ent|ons|ait|aient|a"
        rf"|èrent)\b(?! pas\b)(?: (?:fort(?:ement)?|\w+ment))?"
        rf"(?: (?:{_QUE}|de\b|d['’]|si\b))?(?<!sans\sdoute)(?<!aucun\sdoute)(?<!nul\sdoute)",
        rf"\b(?:met|mettent|mettons|mis|mettre|remet|remettent|remettons) en (?:doute|question"
        rf"|cause)(?: (?:le fait )?"
        rf"{_QUE})?|\bs['’]interrog\w+ (?:sur|quant)|\bnous interrogeons (?:sur|quant)"
        rf"|\bse demand\w+ {_ASK}"
        rf"|\bnous demandons si\b|\b(?:sceptique|circonspect|dubitati)\w*(?: \w+){{0,3}}",
        rf"{_NE} ?(?:(?:l['’]|le|la|les|se|s['’]|me|nous|a|ont|avons|avait|est|sommes|peut|peuvent"
        rf"|pouvons|pu|saurait"
        rf"|saurions|été|possible|parven\w+|mesure|en|encore|toujours|réuss\w+|{_NOT}|de|à|d['’]"
        rf"|dispos\w+){_GAP}){{0,7}}"
        rf"(?:confirm|vérifi|corrobor|établi|détermin|prouv|démontr|attest|affirm|di[rts]|sa(?:is"
        rf"|it|v)|recoup|assur"
        rf"|soutien|conclu)\w*(?: {_NOT})?(?: \w+ment)?(?: (?:{_ASK}|la\b|le\b|les\b|l['’]))?",
        rf"(?<!\bne\s)(?<!\bn['’])\bignor(?:e|ent|ons|ait|aient)\b (?:encore "
        rf"|toujours )?{_ASK}(?: {_DE})?",
    ),
    # What is not so.
    negates(
        rf"{_NE}|\bpas (?:de|d['’]|un|une)\b|\b(?:jamais|aucune?s?|ni|sans|nullement|guère"
        rf"|nulle part|nulle?)\b"
        r"|\bpersonne\b(?= n)|\brien\b(?= n)|\bnon\b",
    ),
    negates(
        r"(?<!\bqui\s)(?<!\bqui\sont\s)(?<!\bqui\sa\s)(?<!\bqui\savaient\s)"
        r"\b(?:cess|abstien|absten|abstin|refus|omet|omis|évit|renonc|néglig|échou|rechign|dispens"
        r"|exempt|priv|répugn"
        r"|empêch|dédaign|s['’]oppos|s['’]interdi)\w*(?: \w+){0,2}? (?:de\b|d['’]|à\b)|\b(?:manqu"
        r"|faill)\w+ à\b",
        rf"\b(?:interdi(?:t|sent|re|sait|te|tes|ts|ction|sons)|prohib\w+|proscri\w+|exclu\w*"
        rf"|empêch\w+|évit\w+|entrav\w+"
        rf"|prévien\w+|bann\w+)(?: {_QUE})?\b",
        rf"\b(?:au lieu|loin|faute|à défaut|en l['’]absence|l['’]absence|le manque|manque"
        rf"|incapables?|dépourvue?s?|privée?s?"
        rf"|à l['’]abri|dénuée?s?|hors d['’]état) {_DE}|\bplutôt {_QUE}(?: {_DE})?|\b(?:mett\w+|met"
        rf"|mis) (?:un terme|fin) à\b"
        rf"|\ben finir avec\b|\bcontre ce {_QUE}",
        rf"\b(?:il |c['’])?{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT}){_TO_SAY}(?! ?[.;,])",
        rf"\bc['’]est à tort (?:{_QUE} ?(?:l['’])?(?:on )?\w+)?|\bà tort\b"
        rf"|\bon aurait tort d[e'’] ?\w+(?: {_QUE})?",
        r"\b(?:le|la|les|un|une|ce|cette|du) (?:\w+ )?(?:mythe|mensonge|fable|fiction|illusion"
        r"|légende|leurre|fantasme)"
        rf"s?(?: {_DE})?(?: {_QUE}|,? selon (?:lequel|laquelle))?",
        rf"{_NE} ?(?:est|était|serait|sont|semble|paraît) {_NOT} (?:\w+ ){{0,2}}?(?:vrai|exact"
        rf"|correct|juste|fondé"
        rf"|admissible|acceptable|possible|question|raisonnable|sérieux|le cas)e?s?{_TO_SAY}",
        rf"\b(?:personne|nul|aucun \w+|rien|peu de (?:gens|monde))(?: [\w’'-]+){{0,6}}? ?(?:n['’]"
        rf"|ne )(?:\w+ )?(?:croi\w+"
        rf"|pense\w*|prétend\w*|affirm\w+|soutien\w+|prouve\w*|montre\w*|indique\w*|permet\w*"
        rf"|démontre\w*|établi\w*"
        rf"|suggère\w*|laisse\w*|autorise\w*|justifie\w*|accept\w+|admet\w*)(?: \w+ment)?(?: (?:de "
        rf"|d['’]|à ))?(?:penser"
        rf"|croire|dire|affirmer|conclure|soutenir|supposer)?(?: ?{_QUE})?",
        rf"\b(?:difficile(?:ment)?|malaisé)(?: (?:de |d['’])(?:croire|soutenir|admettre"
        rf"|prétendre))?(?: {_QUE})?"
        rf"|\bcomme si\b|\bpeu de (?:gens|personnes|monde) (?:croi\w+|admett\w+)(?: {_QUE})?",
    ),
    # What is asked, supposed or left open.
    supposes(
        r"\bsi\b(?! (?:bien|peu|tôt|longtemps|grand|\w+ qu[e'’]))|\bs['’](?=ils?\b)",
        rf"\b(?:peut-être|possiblement|probablement|sans doute|éventuellement|hypothétiquement"
        rf"|en théorie|théoriquement)\b"
        rf"(?: {_QUE})?",
        rf"\b(?:à moins|à (?:la )?condition|pourvu|à supposer|en supposant|en admettant|supposons"
        rf"|admettons|imaginons"
        rf"|mettons|pour autant|pour peu|sous réserve|dans l['’]hypothèse où|au cas où"
        rf"|dans le cas où|quand bien même|en cas"
        rf"|advenant|supposé)(?: (?:{_QUE}|de\b|d['’]))?",
        rf"\b(?:il )?(?:se peut|se pourrait|est possible|est probable|semblerait"
        rf"|arriverait)(?: bien)? {_QUE}",
        rf"\b(?:il |c['’])?{_BE} {_HOW}{_UNSURE}(?: {_QUE}| si\b| d[e'’]| à savoir)*",
        rf"\b(?:reste|restait|demeure) (?:à|de) (?:savoir|voir|prouver|démontrer|établir|vérifier"
        rf"|déterminer)(?: {_ASK})?"
        rf"|\b(?:question|point) de savoir {_ASK}|\b(?:on|l['’]on) (?:ignore|peut (?:se demander"
        rf"|douter)|ne sait)(?: pas)?"
        rf"(?: {_ASK})?",
        rf"{_NE} ?(?:est|sont|était|semble|paraît) {_NOT} (?:\w+ ){{0,2}}?(?:clair|certain|sûr"
        rf"|établi|avéré|prouvé|démontré"
        rf"|évident|acquis|exclu|vraisemblable|probable|dit|connu)e?s?(?: {_ASK})?",
        rf"\bloin d['’]être (?:\w+ )?(?:clair|certain|sûr|établi|avéré|prouvé|démontré"
        rf"|acquis)e?s?(?: {_QUE})?",
    ),
    supposes(r"(?-i:\b(?:Serait|Fût|Eût)[- ](?:il|elle|ce|on)\b)", reach=Reach.BESIDE),
    # What is said of the words before.
    denied_after(
        rf"\b(?:{_BE}|n['’]est qu['’]|n['’]était qu['’]|ne sont que) ?{_HOW}(?:{_UNTRUE}"
        rf"|{_UNFIT})\b",
        rf"{_NE} ?(?:est|était|sont|serait|semble) {_NOT} (?:\w+ ){{0,2}}?(?:vrai|exact|correct"
        rf"|crédible|convaincant|juste"
        rf"|fondé|sérieux|le cas|acceptable|recevable|admissible)e?s?\b",
        rf"{_NE} ?(?:repos\w+ sur (?:rien|aucun)\w*|(?:a|ont|avai\w+) (?:{_NOT}|aucune?"
        rf"|nul)(?: \w+){{0,2}}"
        rf" ?(?:fondement|base|sens|crédibilité|valeur|consistance|réalité))\b|\b(?:dénué|dépourvu"
        rf"|manqu)\w* (?:\w+ )?d[e'’] ?(?:tout )?"
        rf"(?:fondement|sens|base|crédibilité|sérieux)",
        rf"{_NE} ?(?:résist\w+|tien\w+|correspond\w+|convain\w+|tromp\w+|cadr\w+"
        rf"|reflèt\w+) (?:{_NOT}|personne|à aucun\w*)",
        r"[,—–-]\s*(?:ce qui|chose que|ce que|ce dont)(?: [\w’']+){0,4}? ?(?:faux|inexact"
        r"|mensong\w+|conteste\w*|ni(?:e|ent)"
        r"|dément\w*|réfut\w+|récus\w+|rejet\w+|pas (?:vrai|exact|le cas)|doute\w*)\b",
        r"\b(?:a|ont) été (?:\w+ment )?(?:démenti|réfuté|discrédité|démonté|infirmé"
        r"|contredit)e?s?\b|\bne veut rien dire\b"
        r"|\bpure (?:propagande|invention|fantaisie)\b",
    ),
    doubted_after(
        rf"{_BE} {_HOW}{_UNSURE}\b",
        rf"{_NE} ?(?:a|ont|est|sont|avait|avaient|peut|peuvent|saurait)(?: \w+){{0,3}}? (?:vérifié"
        rf"|confirmé|prouvé|établi"
        rf"|démontré|avéré|corroboré|être (?:vérifié|confirmé|prouvé))e?s?\b|\blaiss\w+ (?:perplexe"
        rf"|sceptique|dubitatif)\w*"
        rf"|\breste\w* à (?:prouver|démontrer|vérifier|voir|établir|confirmer)\b",
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
        r"|démen\w+|contest\w+|réfut\w+"
        r"|rejet\w+|récus\w+|conteste)\b",
        rf"(?:[^.;:!?,]{{1,70}}? )?(?:ni(?:e|ent|é|ait|ons)|démen\w+|contest\w+|réfut\w+|rejet\w+"
        rf"|récus\w+|condamn\w+|dénonc\w+"
        rf"|contredi\w+) (?:\w+ment |en bloc |avec force )?{_THESE}",
        r"(?:[^.;:!?,]{1,70}? )?(?:ne |n['’])(?:\w+ )?(?:(?:partag|accept|croi|croy|souscri|approuv"
        r"|admet|reconna|adhèr"
        r"|adhér)\w*|(?:y |en )?(?:croi|croy)\w*|(?:est|sommes|sont) pas d['’]accord)",
        r"(?:[^.;:!?,]{1,70}? )?(?:s['’]inscri\w+ en faux|se dissoci\w+|nous dissocions"
        r"|s['’]oppos\w+|est d['’]un autre avis"
        r"|pense le contraire|d['’]un avis contraire)",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        rf"(?:Mais |Or,? |Pourtant,? )?(?:C['’]est|Ce sont|Cela est|Voilà|Ceci est|Tout cela est"
        rf"|Cette \w+ est|Ce \w+ est"
        rf"|C['’]était) ?(?:là )?{_HOW}{_UNTRUE}\b",
        r"(?:Mais |Or,? |Pourtant,? )?(?:Ce|Cela|Ceci|Cette \w+) ?(?:n['’]est|n['’]était"
        r"|ne (?:tient|correspond|repose|résiste))"
        r" (?:pas|point|qu['’]un|nullement|en rien|sur rien)",
        r"(?:Or,? |Mais )?(?:Il|Elle) n['’]en (?:est|était|fut) rien|Tel n['’]est pas le cas"
        r"|Rien n['’]est (?:plus|moins)"
        r"|Rien de (?:tel|plus faux)|(?:Bien|Tout) au contraire|Au contraire"
        r"|C['’]est (?:tout )?(?:le contraire|l['’]inverse)"
        r"|Loin de là|Loin s['’]en faut|Il s['’]en faut|Pas du tout|Nullement|En aucun cas"
        r"|Aucunement|Tant s['’]en faut"
        r"|(?:Faux|Mensonge|Mensonges|Absurde|Inexact|Propagande|Foutaise\w*)\b(?=\s*[.!,;:—–-])",
        r"(?:Les|La|L['’]|Le)(?: |(?<=['’]))(?:faits|preuves|réalité|vérité|chiffres|évidence"
        r"|archives)\b[^.;:!?]{0,40}?"
        r" (?:contraire|démen\w+|contredi\w+|autre|tout autre|autrement)\b",
        r"(?:Personne|Nul|Peu)\b[^.;:!?]{0,30}? (?:croi\w+|accept\w+|dupe\w*)\b"
        r"|En réalité[^.;:!?]{0,20} (?:l['’]inverse"
        r"|le contraire|rien)\b|Le contraire est|Si seulement",
        around=True,
    ),
)

FRENCH = Language(
    code="fr",
    letters="[A-Za-z]",
    quotes=("«»", "“”"),
    cues=_CUES,
    dissent=_DISSENT,
    self_words=r"\b(?:nous|notre|nos|je)\b|\bj['’]"
    r"|\b(?:le présent|ce|notre) (?:rapport|document|chapitre|mémoire)\b"
    r"|\b(?:la présente|cette|notre) (?:communication|déclaration|étude|enquête|lettre)\b",
    articles="(?:(?:les?|la|une?|des|du|aux?) |l['’])",
    between=r"(?:\w+ment|ne|en|y|le|la|les|lui|leur|nous|vous|se|a|ont|avons|avait|avaient|ai|est"
    r"|sont|sommes|aussi"
    r"|également|toujours|pas|jamais|qui|que|encore|bien|déjà|puis|dès|lors|avec \w+) |(?:n|l|s|m"
    r"|t)['’]|, ",
    # Without a subject, and not "we": somebody else.
    like_the_voice=r"\b(?:comité|conseil|commission(?! électorale)|mission|groupe de travail"
    r"|assemblée"
    r"|rapporteu\w+|expert\w*|nous|notre"
    r"|nos|je|on|personne|rien|nul|aucune?|peu|rapport|étude|cela|ce|ceci)\b|\b[jc]['’]",
    no_subject=r"\b(?:et|ou|mais|donc|or|ni|ne|pas|plus|a|ont|ai|avons|avait|est|sont|fut|était|été"
    r"|aussi|également|encore"
    r"|toujours|jamais|en|y|le|la|les|lui|leur|se|de|à|que|qui|(?!gouvern|parle|départ|règle|docu"
    r"|mouve)\w+ment|peut|doit|cependant"
    r"|toutefois|ainsi|alors|dès|lors"
    r"|puis|enfin|par|ailleurs|en|outre|si|comme|très|il faut|il|[nlsdcmtj]|qu)\b",
    outsider_inside=r"(?<=\b[Ii]l\s)(?:ni|démen)|(?<=\b[Ee]lle\s)(?:ni|démen)|(?<=\b[Ii]ls\s)(?:ni"
    r"|démen)",
    anaphor=r"(?-i:(?:Ces?|Cette|Cet|Cela|Ceci|De tel(?:le)?s)\b)",
    negation=rf"{_NE}|\b(?:pas|jamais|aucune?|personne|rien|ni|sans|nullement|guère|loin de"
    rf"|incapables? de)\b|\brefus\w+",
    denial="ni(?:e|ent|er|ons)|démen|dout|contest|réfut|disput|question|ignor",
    only="seulement|uniquement|simplement",
    affirmed=r"(?:seulement|uniquement|simplement|plus que|moins|conteste|équivoque|appel|cesse"
    r"|surprise|ambiguïté)\b"
    r"|(?:[\w-]+['’]?\s*){0,4}?\b(?:ignor|dout|contest|ni(?:er?|ons|ent)\b|cach|oubli|surpren|étonn"
    r"|secret|échapp|hasard"
    r"|empêch|conteste|manqu|faut pas oublier|disput)\w*"
    rf"|(?:(?!{_NOT}\b)[\w-]+ )(?:(?!{_NOT}\b)[\w-]+ )?(?<!croit\s)(?<!croient\s)(?<!pense\s)qu(?:e"
    rf" |['’])",
    clause_ends=r",\s*(?:tandis que|alors que|et|que)\b|\b(?:mais|quoique|bien que|parce que"
    r"|puisque|car|sauf)\b|\bor,",
    other_clause=r"\b(?:qui|dont|où|lequel|laquelle|lesquel\w*|quand|lorsqu\w*|tandis|jusqu\w*"
    r"|avant|après|pour que|si)\b"
    r"|\bet\b",
    complement=r"\b(?:que\b|qu['’]|si\b)",
    relative=r"\b(?:qui|ceux qui|celles qui|celui qui)\s+(?:(?:se|le|la|les)\s+)?",
    finite=r"\b(?:est|sont|était|étaient|sera|seront|a|ont|doit|doivent|peut|peuvent)\b",
    lead_in=r"(?:que |qu['’])?(?:(?:les?|la|une?|des?|du|son|sa|ses|leurs?|ces?|cette|ils?|elles?"
    r"|on|se|aux?|à|avoir|être"
    r"|en) |[lds]['’])?",
    turns_away=r",\s*(?:et|ou|qui|dont|où|comme|ainsi)\b|\bet (?:les?|la|l['’]|que|ils?|elles?|on)",
    negated_noun=r"(?:sans|faute|loin|au lieu|absence)\b",
    conjunction=r"\bet\b",
    openers=r"\b(?:cependant|toutefois|néanmoins|pourtant|en revanche|malgré cela|cela étant)\b"
    r"|\bmais\b(?! (?:aussi|encore|également)\b)",
    turns=r"\b(?:bien qu[e'’]|quoiqu\w*|encore qu[e'’]|même si)|\b(?:sauf|excepté|hormis"
    r"|à l['’]exception|à moins"
    r"|sous réserve|pourvu|à condition|si ce n['’]est)\b|\b(?:prétendument|apparemment|paraît-il"
    r"|semble-t-il)\b",
    degrees=r"\b(?:en (?:grande|bonne) (?:partie|mesure)|dans une (?:large|certaine|moindre) mesure"
    r"|pour l['’]essentiel"
    r"|en (?:général|partie)|principalement|partiellement|généralement|largement|majoritairement"
    r"|essentiellement"
    r"|dans la plupart des cas|jusqu['’]à un certain point)\b"
    r"|\b(?:seulement|uniquement) (?:en|quand|lorsqu\w*|si|pendant|pour|par|après|avant|dans|à)\b",
    says_who=rf"^[^.;:]{{1,80}}?\s(?:dit|disent|affirm(?:e|ent|ait|é)|déclar(?:e|ent|é)|soutien(?:t"
    rf"|nent)|soutenu"
    rf"|assur(?:e|ent|é)|allègu\w+|estim(?:e|ent|é)|pens(?:e|ent)|croi(?:t|ent)|prétend(?:ent)?"
    rf"|ni(?:e|ent)|considèr\w+"
    rf"|annonc\w+|dénonc\w+|relèv\w+|soulign\w+|not(?:e|ent|é)|indiqu\w+|expliqu\w+) {_QUE}"
    r"|^(?:selon|d['’]après)\s(?!(?:l['’]article|la loi|le droit)\b)|,\s+(?:selon"
    r"|d['’]après) [^,]+\.?$"
    r"|^(?:de l['’]avis|aux yeux|au dire|aux dires) d|^(?:comme|ainsi que) l['’](?:a|ont) ",
)
