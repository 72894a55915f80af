"""Chinese words that say whose position something is."""

from .patterns import Holder, pattern

_ZH_WHO = r"[^，。；：！？]{1,30}?"

_ZH_NOT = (
    r"(?:不|不[能会可愿敢应]|不能够|不愿意|难以|无法|从未|从不|未能?|没有|绝不)(?:完全|再|敢|予)?"
)

CHINESE = (
    pattern(
        "rejects",
        Holder.AFTER,
        rf"{_ZH_NOT}(?:同意|赞成|赞同|认同|认可|接受|支持|认为|相信)",
        r"反对(?![派党者])|拒绝|驳斥|反驳|否认|谴责|质疑|批评(?!者|人士|家)|谎称|妄称|不敢苟同",
    ),
    pattern(
        "rejects",
        Holder.NEAREST,
        rf"所谓的?|以{_ZH_WHO}为(?:名|借口|幌子)|打着{_ZH_WHO}的?(?:旗号|幌子)",
    ),
    pattern(
        "rejects",
        Holder.BEFORE,
        r"不符合|违背|违反|有悖于|相悖|抵触",
        around=True,
        positions_only=True,
    ),
    pattern(
        "endorses",
        Holder.INSIDE,
        rf"(?:正如|正像|恰如|(?<![例比诸假])如){_ZH_WHO}(?:强调|指出|重申|表示|申明|所说|所述"
        rf"|所言)的?",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        rf"(?<![不未])(?<!不[能会可愿敢应])(?<!难以|无法|从未|没有|完全|能够|愿意)(?:同意|赞同"
        rf"|认同)|支持(?={_ZH_WHO}(?:立场|观点|主张|看法))",
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"(?<![根数证依占收凭论单票])据{_ZH_WHO}(?:报道|报告|介绍|透露|所述|通报|消息|称|说)",
        rf"(?:根据|按照?|用){_ZH_WHO}的(?:说法|看法|观点|报道|话说)",
        rf"在{_ZH_WHO}看来|对{_ZH_WHO}(?:来说|而言)",
        around=True,
    ),
    pattern("reports", Holder.NOBODY, r"据[称说报悉]", around=True),
    pattern("reports", Holder.OWNER, r"的(?:立场|主张|观点|论调|说法)", around=True),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"声称|宣称|辩称|坚称|指称|认为|主张|表示|指出|强调|断言|坚持|告诉|指控|指责|等同于",
        rf"[把将](?={_ZH_WHO}(?:视为|视作|看作|当作|说成|称为|定性为|等同))",
        r"(?<![名对简俗自号职著堪通可匀尊并总统据])称(?![为赞号呼职霸作])",
    ),
    pattern("reports", Holder.SUBJECT, r"说(?![法明服])", needs_subject=True),
)
