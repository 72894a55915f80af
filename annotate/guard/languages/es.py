"""Spanish words that say whose position something is."""

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

_L = "[a-zñáéíóúü]"
_CAPITAL = "(?-i:[A-ZÁÉÍÓÚÑ])"
_WHO = "[^;:.!?¿,]{1,60}?"
# "We say": the verb alone says who speaks. No "últimos", "mínimos": a verb has no accent there.
_WE = (
    r"\b(?!extremos|supremos|t?ramos|reclamos|mismos)(?:[a-zñ]*(?:[aei]mos)|[a-zñ]+(?:á[br]|í|éra"
    r"|iéra|ése)[a]?mos)\b"
)

# Verbs by their stems: any ending but those of "we", "I" and the infinitive, which says what
# is to be said, and no noun made of the verb.
_NO_FORM = (
    r"(?:(?:os?|é|í)\b|[aeiáéí](?:r(?:se|lo|la|le|les|nos)?|mos)\b|[a-zñáéíóú]*(?:[áéí]?[aeiáéí]mos"
    r"|ci[oó]n(?:es)?|dor[ae]?s?|mientos?|ncias?|ntes?|nzas?|bles?|mente|ivo|iva|ivos|ivas)\b)"
)

_FORM = rf"(?!{_NO_FORM}){_L}{{1,7}}"
_NO_NOUN = not_after(
    r"el\s la\s los\s las\s un\s una\s del\s al\s su\s sus\s este\s ese\s esta\s esa\s cada\s sin\s"
    r" por\s de\s dicho\s en\s"
)
_SAY = verbs(
    "afirm declar asegur denunci señal aleg manifest inform explic relat narr confes reiter subray "
    "destac recalc enfatiz puntualiz precis aclar adviert advert advirt argument coment opin "
    "consider estim piens pens jur sospech insinu augur vaticin pronostic notific comunic certific "
    "atestigu testimoni testific proclam anunci lament confirm report sostien sosten sostuv "
    "mantien mantuv manten creye creer reconoc admit sugier suger sugir conclu concluy supus "
    "escrib respond contest replic presum promet aduc aduj entiend entend insist añad asever "
    "refier refir deduc deduj expon expus constat pretend predij predic predic juzg imagin ratific "
    "conced exclam quej jact ufan repit repet coincid preconiz resolv resuelv plante remarc matiz "
    "postul argu argü arguy machac denost agreg apostill intuy espet barrunt especul objet alert "
    "clam",
    ending=_FORM,
    before=_NO_NOUN,
    irregular="dice dicen decía decían dijo dijera dijeran dijeron dirá dirán diría dirían dicho "
    "diciendo diga digan dices decís dijiste sostuvo mantuvo repuso adujo expuso supuso dedujo "
    "propuso cree creen creía creían creyó creído reza rezan supone suponen suponía suponían "
    "predijo cuenta cuentan contó contaron contaba contaban contado contando contará escrito oyó "
    "oyeron recuerda recuerdan recordó recordaron recordaba recordaban recordando recordado confía "
    "confían confiaba teme temen temía temían temió temieron",
)
# What shows or finds something says so only with its "that" right behind.
_SHOW = verbs(
    "indic revel comprob comprueb observ verific determin establec hall encontr encuentr document "
    "registr demostr demuestr mostr muestr apunt acept garantiz evidenci acredit prueb advert "
    "corrobor dictamin",
    ending=_FORM,
    before=_NO_NOUN,
    irregular="vio vieron falló fallaron probó probaron",
)
_PHRASED = (
    r"\b(?:d(?:a|an|io|ieron|aba|aban|ará) (?:por (?:probad[oa]|hech[oa]|sentad[oa]|ciert[oa])"
    r"|a entender|cuenta de|fe de)|hac(?:e|en|ía|ían) (?:valer|saber|notar|constar)|hizo (?:valer"
    r"|saber|notar)|dej(?:a|an|ó|aron) (?:claro|constancia de)|pon(?:e|en) de (?:manifiesto"
    r"|relieve)|puso de (?:manifiesto|relieve)|ten(?:ía|ían) por (?:cierto|seguro)|(?:está|están"
    r"|estaba|estaban|se mostr\w+|dij\w+ estar) (?:convencid|segur|persuadid)[oa]s? de)"
)
_MOOD = (
    r"(?:tras|al|volv\w+ a|lleg\w+ a|por|suel[ei]n?|podrá?n?) (?:afirmar|decir|declarar|sostener)"
)
_JOINS = not_after(  # before "que" these begin no statement
    "lo la las el los más menos mayor menor ya así para hasta desde sino mientras sin tal igual "
    "mismo fin antes después siempre cada vez hecho hecho\\sde con por forma modo manera"
)
_NOUN = (
    r"\b(?:afirmaci(?:ón|ones)|declaraci(?:ón|ones)|tesis|ideas?|posici(?:ón|ones)|posturas?"
    r"|noci(?:ón|ones)|argumentos?|alegaci(?:ón|ones)|alegatos?|acusaci(?:ón|ones)|versi(?:ón|ones)"
    r"|rumor(?:es)?|creencias?|denuncias?|hipótesis|opini(?:ón|ones)|convicci(?:ón|ones)|premisa"
    r"|aseveraci(?:ón|ones)|pretensi(?:ón|ones)|teorías?|relatos?|narrativas?|promesas?|noticias?"
    r"|testimonios?|sospechas?|conclusi(?:ón|ones)|reproches?|excusas?|argumentaci(?:ón|ones)"
    r"|argucias?|insinuaci(?:ón|ones)|suposici(?:ón|ones)|interpretaci(?:ón|ones)|seguridades"
    r"|información|informaciones|bulos?|predicci(?:ón|ones)|confesi(?:ón|ones)|juicio|criterio"
    r"|parecer|discurso|doctrina|principio|queja|quejas|imputaci(?:ón|ones)|advertencias?)"
)
_TURN_DOWN = verbs(
    "rechaz repudi refut impugn objet cuestion deplor desautoriz rebat desestim descart recus",
    ending=_FORM,
    before=_NO_NOUN,
    irregular="rechazamos repudiamos refutamos impugnamos objetamos cuestionamos deploramos "
    "desestimamos descartamos recusamos rebatimos",
)
_DENY = (
    r"\b(?:niega[ns]?|neg(?:ó|aron|aba|aban|amos|ado|ará|arán|aría|ando)|desmient\w+|desmint\w+"
    r"|desmentimos|desmentid[oa])"
)
_BE = r"\b(?:es|son|era|eran|fue|fueron|sea|sean|será|sería|serían|resulta|resultaba|parece|está)"
_HOW = r"(?:(?:\w+mente|del todo|de todo punto|muy|tan|una?|pur[oa]|simple|mer[oa]|más|poco) ){0,3}"
_UNTRUE = (
    r"(?:fals[oa]s?|mentiras?|mitos?|err[óo]ne[oa]s?|incorrect[oa]s?|inexact[oa]s?|absurd[oa]s?"
    r"|inciert[oa]s?|infundad[oa]s?|ilusi(?:ón|ones)|ilusori[oa]s?|errores|error|falacias?"
    r"|patrañas?|invenci(?:ón|ones)|invento|bulo|disparate|ridícul[oa]s?|ingenu[oa]s?"
    r"|equivocad[oa]s?|engañ[oa]s?\w*|calumnias?|ficci(?:ón|ones)|farsa|leyenda|quimera|fantasías?"
    r"|desatino|insostenibles?|descabellad[oa]s?|tendencios[oa]s?|una equivocación|injust[oa]s?)"
)
_UNFIT = (
    r"(?:inadmisibles?|inaceptables?|intolerables?|ilegal(?:es)?|ilícit[oa]s?|injustificables?"
    r"|injustificad[oa]s?|prohibid[oa]s?|imposibles?|irresponsables?|impensables?|vergonzos[oa]s?"
    r"|inconcebibles?|inexcusables?|improcedentes?|impermisibles?)"
)
_UNSURE = (
    r"(?:dudos[oa]s?|incierto|discutibles?|cuestionables?|posibles?|probables?|improbables?"
    r"|concebibles?|verosímil(?:es)?|inverosímil(?:es)?|poco claro|por ver(?:se)?"
    r"|por demostrar(?:se)?)"
)
_TO_SAY = (
    r"(?: (?:pensar|creer|decir|afirmar|sostener|suponer|alegar|pretender|aducir|imaginar|concluir"
    r"|hablar de))?(?: de)?(?: que| si)?"
)
_PROOF = (
    r"(?:pruebas?|indicios?|evidencias?|constancia|motivos?|razon(?:es)?|razón|fundamentos?|base)"
)

_CUES = (
    # Who turns down another's position.
    pattern(
        "rejects",
        Holder.AFTER,
        rf"{_TURN_DOWN}(?= (?:\w+ ){{0,4}}?(?:que|{_NOUN}))",
        r"\b(?:discrep|disient|disint|disent)\w+ (?:\w+mente )?(?:de|con)\b",
        r"\b(?:se (?:opon|opus)\w+|nos (?:oponemos|opusimos)) a(?:l)?\b(?= (?:\w+ ){0,3}?(?:que"
        rf"|{_NOUN}))",
        r"\bno (?:\w+ ){0,2}?(?:compart\w+|est(?:á|án|amos|aba) de acuerdo|coincid\w+|suscrib\w+"
        r"|acept\w+|hac\w+ suy\w+|apoy\w+|respald\w+|concuerd\w+)(?= (?:\w+ ){0,4}?(?:que"
        rf"|{_NOUN}))",
        rf"\b(?:critic|lament|conden)(?!ad|{_NO_FORM})\w+(?= (?:la|el|las|los|su) {_NOUN})",
    ),
    said(rf"{_TURN_DOWN}")._replace(kind="rejects", holder=Holder.AFTER),
    pattern(
        "rejects",
        Holder.NEAREST,
        r"\b(?:el|la|los|las|del|al) llamad[oa]s?\b(?! (?:a|para|por)\b)",
        r"\b(?:(?:mal|as[íi]) llamad|autodenominad|autoproclamad)[oa]s?\b",
        r"\b(?:supuest|pretendid|presunt)[oa]s?\b(?<!por\ssupuesto)(?! que\b)",
        r"\b(?:so|con el|bajo el|a) pretexto\b|\b(?:so|bajo) (?:capa|color|pretexto) de\b",
        r"\ba título de supuest\w+|\bdizque\b|\bque si\b(?=.{1,40}\bque si\b)",
    ),
    pattern(
        "rejects",
        Holder.BEFORE,
        r"\b(?:contrari[oa]s? a|incompatibles? con|en contra de|contravien\w+|contradi\w+)\b",
        around=True,
        positions_only=True,
    ),
    # Who agrees with another.
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:como|tal como) (?:(?:bien|ya|acertadamente|justamente|también|lo|se|nos|ha|han"
        rf"|había|habían|hubo|sido) ){{0,4}}{_SAY}",
        rf"\b(?:como|tal como) {_WHO} (?:(?:bien|ya|lo|se|ha|han|había|habían) ){{0,3}}{_SAY}(?=,)",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:coincid|concuerd|concord|conven|convien)\w+ (?:\w+mente )?con\b",
        r"\best(?:á|án|amos|aba) (?:\w+mente )?de acuerdo con\b",
        r"\b(?:se sum|se adhier|se adhir|nos sum|nos adher)\w+ a\b",
        r"\b(?:compart|suscrib|respald|apoy)\w+ (?:\w+mente )?(?:la|el|esa|esta|dicha) (?:opini"
        r"|posici|postura|tesis|inquietud|preocupaci|conclusi|parecer|criterio)\w*",
        r"\bhac\w+ suy[oa]s?\b",
    ),
    # Who says it.
    pattern(
        "reports",
        Holder.SUBJECT,
        rf"(?<!\bse\s)(?<!\bes\s){_SAY}(?: [\w’'-]+){{0,6}}?(?:,[^,;:.!?]{{1,40}},)?{_JOINS} (?:que"
        r"|cómo)\b",
        rf"(?<!\bse\s)(?:{_SHOW}|{_PHRASED}) (?:\w+mente )?que\b",
        rf"\b{_MOOD} que\b",
        r"\b(?:describ|retrat|pint|percib|catalog|etiquet|estigmatiz|present|trat|consider"
        rf"|defin)(?!{_NO_FORM}|ad[oa]s?\b)\w+(?= [^;:.!?]{{1,80}}? como\b)",
        rf"\b(?:calific|tild|tach|motej)(?!{_NO_FORM}|ad[oa]s?\b)\w+(?= [^;:.!?]{{1,80}}? de\b)"
        rf"|\bequipar(?!{_NO_FORM})\w+(?= [^;:.!?]{{1,80}}? (?:con|a)\b)",
        r"\b(?:ve|ven|veía|veían) (?=[^;:.!?]{1,60}? como\b)",
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"\bse (?:(?:ha|han|había|le|les|nos) )?(?:dice|dicho|rumorea|rumoreaba|cree|creía|afirma"
        r"|afirmado|sostiene|alega|alegado|comenta|comentaba|presume|supone|estima|considera"
        r"|informa|informado|denuncia|denunciado|cuenta|acusa|acusaba|acusado|asegura|asegurado"
        r"|imputa|atribuye|atribuyen|sospecha|piensa)(?: (?:de|que|a)\b)+",
        r"\b(?:oí|oímos|oído|oyeron|oyó) decir(?: \w+){0,4}? que\b",
        r"(?-i:\b(?:Decir|Afirmar|Pretender|Creer|Sostener|Alegar|Pensar|Presentar)\b)(?: que)?",
        r"\b(?:informad|notificad|advertid|avisad)[oa]s? de que\b",
        r"\b(?:acusad|sospechos|inculpad|culpad)[oa]s? de(?:l| que)?\b",
        r"\bcorr(?:e|ía|ió) el rumor(?: de que)?\b|\bhay quien(?:es)? (?:dice|cree|afirma"
        r"|sostiene)n?\b",
        r"\b(?:presunta|supuesta|aparente|pretendida)mente\b|\bal parecer\b|\bpor lo visto\b",
        r"\bhabr(?:ía|ían|íamos) (?:\w+mente )?(?:sido |estado )?\w+(?:[aáií]do|[aá]d[oa]s?|sto|cho"
        r"|to)\b(?<!habría\spodido)(?<!habría\sdebido)(?<!habrían\spodido)(?<!habrían\sdebido)",
        around=True,
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\bacus(?:a|an|ó|aron|aba|aban|ando|ará|ar)\b(?= [^;:.!?]{1,80}? de\b)",
        r"\b(?:atribuye|atribuyen|atribuyó|atribuyeron|imputa|imputan|imputó|reprocha|reprochan"
        r"|reprochó|achaca|achacan|achacó|culpa|culpan|culpó|responsabiliza"
        r"|responsabilizó)\b(?= [^;:.!?]{1,60}?\b(?:a|al|de|por|que)\b)",
        reach=Reach.CLAUSE,
    ),
    said(
        r"\b(?:condenad|procesad|imputad|enjuiciad)[oa]s? por\b",
        rf"(?:{_SAY}|{_SHOW})(?: (?:que|no|haber|ser|estar|tener|poder|ver|con|a|sobre|de|acerca de"
        r"|cómo))*",
        rf"{_PHRASED}",
        r"\b(?:evoca|evocan|evocaron|evocó|menciona|mencionan|mencionó|mencionaron|habl(?:a|an|ó"
        r"|aron) de|llam(?:a|an|ó|aron|aba|aban) (?:a)?|amenaz\w+ con|promet\w+|jur(?:a|an|ó|aron)"
        r"|proyecta|teme|temen|presume|presumen de|se jact\w+ de)",
        rf"{_SAY}[^.;:!?]{{0,60}}:",
        r"\b(?:informe|estudio|testimonio|carta|comunicado|editorial|ministr[oa]|portavoz|testigo"
        r"|presidente|embajada|gobierno|periódico|diario)\b[^.;:!?]{0,30}:",
    ),
    pattern(
        "reports",
        Holder.OWNER,
        rf"{_NOUN}(?: {_WHO})? (?:(?:de|en el sentido de|consistente en) que|según (?:la|el|los"
        r"|las) cual(?:es)?)\b",
        rf"\b(?:es|era|fue) {_WHO} {_NOUN} que\b",
        r"\b(?:posición|postura|opinión|tesis|versión|argumento|respuesta|explicación|excusa"
        rf"|mensaje)(?: {_WHO})? (?:es|era|fue|ha sido)(?: que\b|:)",
    ),
    pattern(
        "reports",
        Holder.AFTER,
        r"(?<!\w\s)\bsegún\b(?! (?:el |la |los |las |lo |un |una )?(?:art[íi]culos?|ley(?:es)?"
        r"|const|código|conveni|convenc|derecho|edad|norma|proced|corresp|conveng|sea|sean|cual"
        r"|pacto|tipo|tamaño|número|orden|estatuto|reglamento|qué|cómo|cuándo|dónde|necesi"
        r"|estableci|dispuesto|previsto|acordado)\w*)",
        rf"\bsegún (?:(?:el|la|los|las|un|una|su|sus|ha|han|pudo|consta) )?(?:{_CAPITAL}(?!\w*(?:ey"
        r"|digo|culo|acto|ención)\b)|fuentes|testig|vecin|autoridad|polic|portavo|informes?|datos"
        r"|vers|declar|afirm|él|ella|ell[oa]s|gobiern|organ|estudio|experto|investig|médic|prensa"
        r"|dij|dice|relat|denunc|inform|indic|asegur|señal|explic|guardi|sobreviv|abogad|familia"
        r"|activist|cálculo|estimac|cifras|medio|fiscal|juez|jueces|tribunal|sentencia|acta"
        r"|expediente)\w*",
        r"\b(?:a|en) (?:juicio|opinión|criterio|entender|parecer|decir|palabras|boca|ojos"
        r"|concepto) del?\b|\bal (?:decir|entender|parecer) del?\b|\ba (?:su|sus) (?:juicio"
        r"|entender|parecer|ojos)\b|\ben (?:su|sus) (?:opinión|palabras)\b"
        r"|\bdesde (?:el punto de vista|la perspectiva|la óptica) del?\b|\bcita(?:ndo|n)? a\b",
        r"\b(?:de acuerdo|conforme)(?: con| a| al) (?!(?:el |la |los |las )?(?:art[íi]culo|ley"
        r"|derecho|norma|const|código|conven|pacto|principi|disposic|procedim|criteri|regl"
        rf"|estatut)\w*)(?=(?:el |la |los |las |un |una )?(?:{_CAPITAL}|fuentes|testig|vers|autorid"
        r"|polic|inform))",
        rf"(?-i:\bPara) (?:(?:el|la|los|las) )?{_CAPITAL}[^;:!?,]{{1,50}}?,",
        r"\b(?:si|de) (?:hemos de |vamos a )?(?:creer(?:le|les)?|hacer caso)(?: a(?:l)?\b"
        r"| lo que)?",
        around=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"(?<=[,—–»”\"’]\s)(?!que\b|y\b|o\b)(?:(?:lo|le|les|se|nos|ha|han|había"
        rf"|habían) ){{0,3}}{_SAY}(?<!ad[oa])(?<!ad[oa]s)(?<!id[oa])(?<!id[oa]s)(?<!ndo)(?! (?:que"
        rf"|de que)\b)|(?<=—){_SAY}(?! que\b)|(?<=[,—–»”\"’]\s)(?:ha|han|había|habían) {_SAY}",
        reach=Reach.AFTERWARDS,
    ),
    # What the voice denies or does not know.
    denies(
        rf"{_DENY} (?:\w+mente )?(?:que|haber|ser|estar|tener|la existencia de)\b",
        r"\bno (?:(?:se|le|les|nos|lo|me|ha|han|hemos|había|habían|podemos|puede|pueden"
        r"|podía) ){0,3}(?:cre(?!c)\w+|piens\w+|pens\w+|acept\w+|reconoc\w+|admit\w+|consider\w+"
        r"|opin\w+|estim\w+|coincid\w+ en|est\w+ de acuerdo en|concib\w+)(?: (?:en )?(?:que"
        r"|haber))?\b",
        r"\b(?:(?:se|nos) (?:nieg|neg|resist)\w+ a|reh[uú]s\w+) (?:reconocer|admitir|aceptar|creer"
        r"|confirmar)(?: que)?\b",
        r"\bno (?:hay|existen?|había|existían?|hubo|encontr\w+|hall\w+"
        rf"|aparec\w+)(?: \w+){{0,3}}? {_PROOF}(?: \w+){{0,3}}? (?:de que|de|para \w+ que"
        r"|que \w+ que|para)\b",
        rf"\b(?:sin|carecen? de|ninguna?) {_PROOF} (?:de que|de|que indique que)\b",
        r"\b(?:la )?(?:negaci(?:ón|ones)|negativa|desmentido|refutación"
        rf"|rechazo)(?: {_WHO})? (?:de que|a (?:reconocer|admitir|aceptar)(?: que)?)\b",
    ),
    unsure(
        r"\bdud\w+ (?:\w+mente )?(?:de )?(?:que|si)\b(?<!duda\sde\sque)|\b(?:pone|ponen|puso"
        r"|ponemos|pusieron|poner|cabe poner) en (?:duda|entredicho|tela de juicio)(?: (?:que"
        r"|si))?\b|\b(?:pone|ponen|ponemos|caben?|tenemos|existen|hay|suscita\w*|surgen|albergamos"
        r"|alberga) (?:\w+ )?dudas(?: \w+)?(?: (?:sobre|de|acerca de|en cuanto a))?(?: (?:si"
        r"|que))?\b",
        r"\bno (?:(?:me|nos|se|le|les|ha|han|hemos|había|habían|pudo|pudimos|pudieron|podido|puede"
        r"|pueden|podemos|consigue|logr\w+|consigui\w+|sido|es|fue|posible"
        r"|estamos en condiciones de) ){0,5}?(?:const\w+|consta|verific\w+|confirm\w+|corrobor\w+"
        r"|comprob\w+|comprueb\w+|contrast\w+|acredit\w+|demostr\w+|demuestr\w+|prob\w+|prueb\w+"
        r"|establec\w+|determin\w+|asegur\w+|afirm\w+|dec\w+|dij\w+|dice\w*|dich\w+|sab\w+"
        r"|sostien\w+|asever\w+|señal\w+|aclar\w+)(?: \w+mente)?(?: (?:que|si|cuántos|cuántas|quién"
        r"|cómo|la|el|los|las))?\b",
        r"\b(?:ignor|desconoc)\w+ (?:aún |todavía )?(?:si|que|cuánt\w+|quién|quiénes|cómo)\b",
        r"\bescéptic\w+ (?:\w+ ){0,3}?(?:de que|sobre|ante)\b",
    ),
    # What is not so.
    negates(r"\b(?:no|nunca|jamás|nadie|ning[uú]n[oa]?s?|tampoco|ni|sin|nada|apenas)\b"),
    negates(
        r"(?<!\bque\s)(?<!\bquienes\s)\b(?:se|nos) (?:nieg|neg|rehús|rehus|resist|abst)\w+ (?:a"
        r"|de)\b|\b(?:neg|rehus|resist|absten)(?:arse|[áa]ndose|iéndose) (?:a|de)\b|\bneg\w+ (?:a"
        r"|el) \w+(?: \w+){0,2} (?:el derecho|la posibilidad|el acceso) ?(?:a|de)?\b",
        r"\b(?:dej|ces|abst|absten|abstien|abstuv|priv|carec|carezc|desist|renunci|exim|exent"
        r"|incapa[cz]|imped)\w* (?:\w+ ){0,2}?(?:de|a)\b(?<!dejar\sa)",
        r"\b(?:evit|impid|impi|imped|prohíb|prohib|omit|rehús|rehus|descart|excluy|exclu|elud|rehuy"
        r"|proscrib|vet(?:a|ó|aron))\w*(?: que)?\b",
        r"\b(?:falta|ausencia|carencia) de\b|\b(?:en lugar|en vez|lejos) de\b|\bponer? fin a\b"
        r"|\b(?:poca|pocas|poco|pocos) (?:personas )?(?:creen|admiten|saben|cree|sostienen)\b",
        rf"{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT}){_TO_SAY}(?![.;,])\b",
        r"\b(?:el|la|del|un|una|este|ese) (?:\w+ )?(?:mito|mentira|falacia|ficción|ilusión|patraña"
        r"|bulo|infundio)(?: de)?(?: que)?\b",
        r"\bno (?:es|era|fue|sería|son|resulta|parece) (?:\w+ ){0,2}?(?:ciert[oa]|verdad"
        r"|exact[oa]|correct[oa]|así|justo|admisible|aceptable|posible|lícito|de recibo"
        rf"|razonable)s?{_TO_SAY}\b",
        r"\b(?:nadie|nada|ningun[oa]|ningún \w+|pocos)(?: \w+){0,6}? (?:cree|creería|creen|sostiene"
        r"|piensa|afirma|demuestra|indica|prueba|sugiere|permite|hace pensar"
        r"|justifica)n?(?: (?:afirmar|decir|concluir|pensar|creer|sostener))?(?: que)?\b",
        r"\b(?:dista|distan|distaba|distamos) (?:mucho )?de\b|\bdifícil(?:mente)?(?: (?:es"
        r"|resulta))?(?: (?:creer|aceptar|sostener|de creer|puede decirse"
        r"|puede afirmarse))?(?: que)?\b",
        r"\b(?:contra|en contra de) que\b|\bcomo si\b",
    ),
    # What is asked, supposed or left open.
    supposes(
        r"(?<!\bcomo\s)\bsi\b(?! bien\b)(?: es que\b)?",
        r"\b(?:quizás?|tal vez|acaso|posiblemente|probablemente|a lo mejor|puede que|ojalá"
        r"|hipotéticamente|en teoría|teóricamente|eventualmente)\b,?(?: que\b)?",
        r"\b(?:en (?:el )?caso de|a condición de|con tal de|a reserva de"
        r"|en el supuesto de)(?: que)?\b",
        r"\b(?:(?:a menos|a no ser|salvo|siempre|excepto) que|siempre y cuando)\b",
        r"\b(?:supon|imagin|supóng|supong|admit)(?:amos|emos|iendo|gamos|ando|ase|a|ga"
        r"|an)(?: por un momento)?(?: que)?\b",
        rf"{_BE} {_HOW}{_UNSURE}(?: (?:saber|decir|determinar|que))?(?: (?:que|si|de))*\b",
        r"\b(?:podría|pudiera|puede|podía|pudo)(?: ser| ocurrir| suceder) que\b",
        r"\b(?:cabe|habría que|hay que|conviene) (?:preguntarse|preguntar|dudar|ver"
        r"|saber)(?: de)?(?: si| que)?\b|\b(?:se|nos|me) pregunt\w+ si\b|\b(?:queda|falta|está"
        r"|estaría) por (?:ver|saber|demostrar|dilucidar|aclarar|probar|determinar)(?:se)?(?: (?:si"
        r"|que))?\b",
        r"\bse (?:ignora|desconoce)(?: (?:si|que))?\b|\bno se sabe(?: (?:si|que))?\b",
        r"\b(?:no|poco|escasamente) (?:est\w+|es|son|queda|resulta"
        r"|parece) (?:\w+ ){0,2}?(?:clar[oa]|segur[oa]|evidente|probable|probad[oa]|establecid[oa]"
        r"|demostrad[oa]|acreditad[oa]|verosímil|creíble)s?(?: (?:que|si))?\b",
        r"\blejos de estar (?:\w+ )?(?:clar|prob|demostr|segur)\w+(?: (?:que|si))?\b",
    ),
    supposes(r"(?-i:\bDe) (?:haber|ser|no haber|no ser)(?:se)?\b", reach=Reach.BESIDE),
    # What is said of the words before.
    denied_after(
        rf"{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT})\b",
        r"\bno (?:es|era|son|fue|sería|resulta|parece) (?:\w+ ){0,2}?(?:ciert[oa]|verdad|así"
        r"|exact[oa]|correct[oa]|creíble|convincente|el caso|admisible|aceptable)s?\b",
        r"\b(?:carece|carecen|carecía|adolece)n? (?:\w+ ){0,3}?(?:fundamento|base|sustento|asidero"
        r"|sentido|credibilidad|validez|rigor|veracidad)\b|\bno (?:tiene|tienen|tenía"
        r"|hay)(?: \w+){0,2}? (?:fundamento|base|sustento|asidero|sentido|pies ni cabeza"
        r"|credibilidad)\b",
        r"\bno (?:se (?:sostiene|ajusta|corresponde|compadece)|resiste|convence|engaña"
        r"|responde a la verdad|concuerda con (?:los hechos|la realidad))n?\b",
        r"[,—–-]\s*(?:nada más lejos|lo que|lo cual|cosa que|algo que|afirmación que|extremo que"
        r"|y eso) (?:\w+ ){0,4}?(?:fals[oa]|incierto|inexacto|mentira|niega|desmiente|desmienten"
        r"|rechaz\w+|neg\w+|desmint\w+|no es (?:cierto|así|verdad)|refut\w+)",
        r"\b(?:queda|quedó|quedaron|quedan|fue|fueron|ha sido|han sido) (?:desmentid|refutad"
        r"|desacreditad|desmontad|desvirtuad)[oa]s?\b|\bpura (?:propaganda|invención|fantasía"
        r"|mentira)\b",
    ),
    doubted_after(
        rf"{_BE} {_HOW}{_UNSURE}\b",
        r"(?:, (?:aunque|si bien|pero|lo que|lo cual) (?:est[oe]|ello|eso)? ?|\b)no (?:se )?(?:ha"
        r"|han|había|habían|está|están|fue|fueron|pudo|pudieron|se ha|se han"
        r"|ha podido)(?: \w+){0,3}? (?:verificad|confirmad|probad|demostrad|acreditad|corroborad"
        r"|comprobad|establecid|verificar|confirmar|probar)\w*\b|\bsin (?:confirmar|verificar"
        r"|comprobar)\b",
        r"[,—–-] ?(?:quizás?|tal vez|acaso|posiblemente|probablemente|al parecer)(?= ?[.,;!?]|\Z)",
    ),
)
_THESE = r"(?:es[aeo]s?|est[aeo]s?|dich[oa]s?|tal(?:es)?|semejantes?)"
_DISSENT = (
    pattern(
        "rejects",
        Holder.DISSENTER,
        r"(?:[^.;:!?,]{1,70}? )?(?:lo|la|los|las) (?:\w+ )?(?:nieg|neg[óa]|desmient|desmint|rechaz"
        r"|refut|disput|cuestion|impugn|desment|niega|pon\w+ en duda)\w*",
        r"(?:[^.;:!?,]{1,70}? )?(?:niega|neg|desmient|desmint|rechaz|refut|disput|cuestion"
        rf"|impugn|conden|recus|contradi|objet)\w* (?:\w+mente )?{_THESE}\b",
        r"(?:[^.;:!?,]{1,70}? )?no (?:\w+ ){0,2}?(?:compart|acept|cre|coincid|suscrib|apoy|reconoc"
        r"|admit|est[áa])\w*(?: de acuerdo| lo mismo)?",
        r"(?:[^.;:!?,]{1,70}? )?(?:discrep|disient|disint|disentimos|difier|diferimos)\w*\b",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        r"(?:(?:Es[oa]|Est[oa]|Ello|Lo anterior|Tal \w+|Dich[oa] \w+|Es[aeo] \w+"
        rf"|Est[aeo] \w+) )?(?:es|son|era|resulta) {_HOW}{_UNTRUE}\b",
        r"(?:(?:Es[oa]|Est[oa]|Ello|Lo anterior|Tal \w+|Dich[oa] \w+|Es[ae] \w+"
        r"|Est[ae] \w+) )?no (?:es|son|era|fue) (?:\w+ )?(?:así|ciert[oa]|verdad|exact[oa]"
        r"|correct[oa]|el caso)\b",
        r"(?:Nada|Muy) (?:más|menos) (?:lejos|alejado|falso|cierto)|Nada de (?:eso|ello)"
        r"|Ni mucho menos|(?:Más bien|Muy|Todo) (?:al|lo) contrario|(?:Por el|Al) contrario"
        r"|En absoluto|De ningún modo|(?:Mentira|Falso|Absurdo|Incierto|Pura \w+"
        r"|Un disparate)\b(?=\s*[.!,;:—–-])",
        r"(?:Es[oa]|Est[oa]|Ello|Es[ae] \w+|Est[ae] \w+|Dich[oa] \w+) (?:carece|no tiene"
        r"|no se sostiene|no resiste|falta a la verdad|no responde)\b",
        r"(?:Los|Las|La|El) (?:hechos|pruebas|realidad|verdad|cifras|evidencia"
        r"|datos)\b[^.;:!?]{0,40}? (?:contrario|desmient\w+|contradic\w+|otra|distinta|muy otros?"
        r"|diferente)\b",
        r"(?:Nadie|Pocos)\b[^.;:!?]{0,30}? (?:cree|creen|acepta)\b"
        r"|En realidad[^.;:!?]{0,20} (?:al revés|lo contrario|no)\b|Lo contrario es",
        around=True,
    ),
)

SPANISH = Language(
    code="es",
    letters="[A-Za-z]",
    quotes=("«»", "“”"),
    cues=_CUES,
    dissent=_DISSENT,
    self_words=rf"\b(?:nosotr[oa]s|nuestr[oa]s?|yo)\b|{_WE}|\b(?:este|el presente"
    r"|nuestro) (?:informe|estudio|documento|escrito|capítulo)\b|\b(?:esta"
    r"|la presente) (?:comunicación|declaración|carta|investigación)\b",
    articles="(?:el|la|los|las|una?|unos|unas|del|al) ",
    between=r"(?:\w+mente|ha|han|había|habían|también|además|no|ya|nos|se|le|les|lo|la|vuelve a|que"
    r"|quien|quienes|es|son|fue|era|siempre|nunca|aún|todavía|mism[oa]s?) |, ",
    # Without a subject, and not "we": somebody else.
    outsider_inside=r"(?<![\w,]\s)(?:nieg|neg(?:ó|aron|ab)|desmient|desmint|dud(?:a|ó|an|aron)\b)",
    like_the_voice=r"\b(?:comité|consejo|comisión(?! electoral)|misión|grupo de trabajo|asamblea"
    r"|relator\w*|expert[oa]s?|nosotr[oa]s|nos|nuestr[oa]s?|yo|me|nadie|nada|ning[uú]n[oa]?"
    rf"|poc[oa]s|informe|estudio|esto|eso)\b|{_WE}",
    no_subject=r"\b(?:y|e|o|u|pero|no|ni|se|les?|los?|las?|me|nos|ha|han|haya|había|habían|es|son"
    r"|fue|era|también|además|por|tanto|ello|sin|embargo|nunca|jamás|aún|todavía|hoy|ahora|entonces"
    r"|así|que|de|en|a|\w+mente|está|están|puede|pueden|podría|cabe|hay|lo|cual|si|como|asimismo"
    r"|siempre|muy|cierto)\b",
    anaphor=r"(?-i:(?:Est[aeo]s?|Es[aeo]s?|Tal(?:es)?|Dich[oa]s?)\b)",
    negation=r"\b(?:no|nunca|jamás|nadie|ni|tampoco|sin|lejos de|incapa[cz]\w*)\b|\b(?:se"
    r"|nos) neg\w+",
    denial="(?:no )?(?:nieg|neg|desmient|desment|dud|discut|cuestion|refut|impugn)",
    only="sol[oa]|sólo|solamente|únicamente|meramente|simplemente",
    affirmed=r"(?:s[oó]lo|solamente|únicamente|meramente|simplemente|obstante|menos|embargo|más que"
    r"|perjuicio|dud\w*|lugar a dudas)\b|(?:\w+ ){0,3}?(?:nieg\w*|neg(?:ar|amos|ó|aba|aron)\w*"
    r"|desment\w*|dud\w*|discut\w*|cuestion\w*|ignor\w*|desconoc\w*|ocult\w*|olvid\w*|sorprend\w*"
    r"|extrañ\w*|casual\w*|secreto|escap\w*|remedio|impid\w*|evit\w*)\b",
    clause_ends=r",\s*(?:mientras|pues|ya que|que)\b|\b(?:pero|sino|aunque|porque|puesto que"
    r"|salvo)\b",
    other_clause=r"\b(?:quien(?:es)?|cuy[oa]s?|donde|cuando|mientras|hasta|antes|después|tras|para"
    r"|si|y|e|así|luego|como)\b(?!\s*$)|\b[ye]\s*$",
    complement=r"\b(?:que|si)\b",
    relative=r"\b(?:quien(?:es)?|(?:los|las|el|la) que|que)\s+(?:(?:se|lo|le)\s+)?",
    finite=r"\b(?:es|son|está|están|fue|fueron|será|serán|ha|han|debe|deben|puede|pueden)\b",
    lead_in=r"(?:que |de que )?(?:(?:a )?(?:el|la|los|las|una?|unos|unas|su|sus|se|les?|lo|del|al"
    r"|no|haber) )?|(?:que |de |a )",
    turns_away=r",\s*(?:y|o|quien|quienes|como|donde|así)\b|\by (?:el|la|los|las|que|se)\b",
    negated_noun=r"(?:sin|falta|lejos|en lugar|en vez)\b",
    conjunction=r"\b[ye]\b",
    openers=r"\b(?:sin embargo|no obstante|ahora bien|con todo|aun así|a pesar de ello"
    r"|pese a ello)\b|(?<!\bno\ssolo\s)\bpero\b(?! también\b)",
    turns=r"\b(?:aunque|si bien|por más que|aun cuando)\b|\b(?:salvo|excepto|a excepción de"
    r"|con (?:la )?excepción de|con (?:\w+ )?excepciones|a menos que|a no ser que"
    r"|siempre (?:y cuando|que)|con la salvedad de)\b|\b(?:presunta|supuesta|aparente)mente\b"
    r"|\bal parecer\b",
    degrees=r"\b(?:en (?:gran|buena|cierta) (?:parte|medida)|en su mayor(?:ía)? ?(?:parte)?"
    r"|en general|por lo general|mayoritariamente|principalmente|parcialmente|generalmente|en parte"
    r"|en la mayoría de los casos|hasta cierto punto)\b|(?<!\bno\s)\b(?:s[oó]lo|solamente"
    r"|únicamente) (?:en|cuando|si|durante|para|por|tras|a|hasta|de)\b",
    says_who=r"^[^.;:]{1,80}?\s(?:dicen?|dijo|dijeron|afirm(?:an?|ó|aron)|declar(?:an?|ó|aron)"
    r"|sostienen?|sostuv(?:o|ieron)|asegur(?:an?|ó|aron)|señal(?:an?|ó|aron)|aleg(?:an?|ó|aron)"
    r"|creen?|consider(?:an?|ó)|opinan?|piensan?|manifest(?:ó|aron)|niegan?|negó|denunci(?:an?|ó"
    r"|aron)|inform(?:an?|ó|aron)),? que\b|^según\s(?!(?:el |la )?(?:artículo|ley|derecho)\b)"
    r"|,\s+según [^,]+\.?$|^(?:a juicio|en opinión|en palabras|a decir) del?\s|^(?:como"
    rf"|tal como) [^,]{{0,40}}(?:{_SAY})",
)
