/** The own records as another agency sees them. */
export default {
  "look.own": "换位查看",
  "look.own.choose": "看其他机构如何看到您的记录",
  "look.own.nobody": "未参与的机构",
  "look.own.text":
    "只显示本机构的记录，以及对方目前能看到的部分。别人与对方共享的内容不属您查看范围，已略去。查看期间不接收新消息。",
  "look.own.records": "{n, plural, =0 {看不到您的任何记录} other {看到您的#条记录}}",
  "look.none.title": "对方看不到您的任何记录",
  "look.none.text": "此角色中无人能看到本机构已发布的内容。",
} as const;
