/** The page of an operation's linked seizures. */
export default {
  "links.page.title": "关联案件",
  "links.page.lead":
    "可能来自同一网络的不同查获，成对列出，附理由，仅依据您在两案中均可阅读的内容。是否有关联由人判断。同一查获的两份报告属于重复，不在此处。",
  "links.page.views": "显示",
  "links.page.view.open": "建议：{n, number}",
  "links.page.view.linked": "案件组：{n, number}",
  "links.page.view.apart": "已排除：{n, number}",
  "links.page.none.open": "没有待回答的",
  "links.page.none.open.text":
    "{n, plural, =0 {尚无查获。可能有关联的自动出现在这里。} =1 {只有一起查获，尚无可关联的。} other {#起查获中，没有共同点足够多而尚未回答的两起。新的自动出现在这里。}}",
  "links.page.none.linked": "尚无案件组",
  "links.page.none.linked.text": "有人认定有关联的查获，在此按组列出。",
  "links.page.none.apart": "没有已排除的",
  "links.page.none.apart.text": "有人认定无关联的成对查获，在此列出。",
  "links.page.group": "{n, plural, other {#起有关联的查获}}",
  "links.page.first": "共{total, number}对，先列最可能的{n, number}对；回答后依次列出其余。",
  "links.page.keys": "按键：J和K移动，O和P分别打开两案，L为有关联，D为无关联。",
  "links.page.rule": "规则{rule}",
  "links.page.caution": "建议是查看的理由，不是证明。常见的分量轻：标记、航班或藏匿方式，为越多查获所共有，分量越轻。",
  "links.page.minimum":
    "每项理由有分值；满{points, number}分即提出建议，且须有一项理由少见。超过{most, number}起查获共有的，不构成关联。时间按相隔不超过{days, number}天计。已排除的一对，只有出现当时未曾考虑的理由才会再次出现。",
  "links.page.refused.title": "关联案件仅限可阅读行动案件要素的人员",
  "links.page.refused.text": "本单位查获的关联案件列在该查获的页面上。",
  "links.fresh": "曾被排除；有新内容",
  "links.only_seen": "由可阅读两案的人回答。",
} as const;
