"""The rule that the passages of a text are the whole text (I2, I3)."""

from django.utils.translation import gettext_lazy as _

from corpus.rules import WHITE_SPACE_SQL, refuse

CUT_DECLARE = [
    ("whole", "bytea"),
    ("at", "integer := 0"),
    ("behind", "integer := 0"),
    ("last", "integer := 0"),
    ("place", "record"),
    ("piece", "bytea"),
    ("size", "integer"),
    ("chunk", "text"),
]

# Goes once through the bytes of the text, because PostgreSQL finds the n-th code point only by
# counting from the first. `at` is the place in bytes, `behind` the same in code points; each
# piece is read a little too long, then loses the code point it may have been cut in. Only the
# last change of a transaction looks. Passages that overlap are refused by name elsewhere.
CUT_IS_WHOLE = f"""
    IF NEW.cuts <> (SELECT v.cuts FROM corpus_textversion v WHERE v.id = NEW.id) THEN
        RETURN NULL;
    END IF;
    SELECT convert_to(v.text, 'UTF8') INTO whole FROM corpus_textversion v WHERE v.id = NEW.id;
    FOR place IN
        SELECT p.start, p."end", p.ordinal, p.text, p.marker FROM corpus_passage p
        WHERE p.text_version_id = NEW.id ORDER BY p.start
    LOOP
        IF place.start < behind THEN RETURN NULL; END IF;
        piece := substring(whole FROM at + 1 FOR 4 * (place."end" - behind) + 4);
        size := octet_length(piece);
        IF at + size < octet_length(whole) THEN
            WHILE get_byte(piece, size - 1) & 192 = 128 LOOP size := size - 1; END LOOP;
            piece := substring(piece FROM 1 FOR size - 1);
        END IF;
        chunk := convert_from(piece, 'UTF8');
        IF char_length(place.text) <> place."end" - place.start
           OR substr(chunk, place.start - behind + 1, place."end" - place.start) <> place.text THEN
            {refuse("passage_text_is_the_text_there")}
        END IF;
        IF btrim(substr(chunk, 1, place.start - behind), {WHITE_SPACE_SQL}) <> place.marker THEN
            {refuse("passages_leave_no_words_out")}
        END IF;
        IF place.ordinal <= last THEN {refuse("passages_stand_in_order")} END IF;
        at := at + octet_length(substr(chunk, 1, place."end" - behind));
        behind := place."end";
        last := place.ordinal;
    END LOOP;
    IF behind = 0 THEN {refuse("text_is_cut_into_passages")} END IF;
    IF btrim(convert_from(substring(whole FROM at + 1), 'UTF8'), {WHITE_SPACE_SQL}) <> '' THEN
        {refuse("passages_leave_no_words_out")}
    END IF;
    RETURN NULL;
"""

CUT_SENTENCES = {
    "text_is_cut_into_passages": _("A text is stored with its passages."),
    "passage_text_is_the_text_there": _(
        "A passage holds exactly the words at its place in the text."
    ),
    "passages_leave_no_words_out": _(
        "Only white space and a list marker may come between two passages: no words may be left "
        "out."
    ),
    "passages_stand_in_order": _("Passages are numbered in the order of the text."),
}
