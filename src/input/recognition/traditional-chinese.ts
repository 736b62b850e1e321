import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in traditional Chinese (Taiwan, Hong Kong) call what others call in English, as `glossary` lists it for its
 * languages. Written in simplified characters the same words stand in the lists of each field.
 */
export const traditionalChinese: Readonly<Record<string, string>> = {
  'ticket number':
    '工單編號|工單號|工單號碼|案件編號|案件號碼|案號|案件號|單號|服務單號|問題單號|報修單號|客訴單號|票證編號|請求編號|編號|對話編號',
  'creation date':
    '建立時間|建立日期|建立日期時間|創建時間|創建日期|開單時間|開單日期|立案時間|立案日期|受理時間|受理日期|報修時間|報修日期|提交時間|提交日期|進件時間|來電時間|通報時間|反映時間|申請時間|申請日期|新增時間',
  'first response at':
    '首次回覆時間|首次回應時間|首次回覆|首次回應|第一次回覆時間|初次回覆時間|首次響應時間|首次答覆時間',
  'solved at': '解決時間|解決日期|處理完成時間|完成時間|完成日期|完工時間|處理完畢時間|完修時間',
  'closed at': '結案時間|結案日期|關閉時間|關閉日期|關單時間|結單時間',
  'updated at': '更新時間|最後更新時間|最後更新|修改時間|最近更新時間|異動時間',
  'due date': '截止時間|到期日|到期時間|期限|應完成時間|預計完成時間',
  status: '狀態|工單狀態|案件狀態|處理狀態|目前狀態',
  priority: '優先級|優先順序|優先權|優先度|緊急程度|嚴重程度',
  channel: '來源|渠道|管道|進線管道|服務管道|聯絡管道|來源管道',
  category: '類別|分類|案件類別|問題類型|類型|案件類型|工單類型|問題分類',
  tags: '標籤',
  requester: '提交人|申請人|報修人|建立者|反映人|回報人',
  customer: '客戶|客戶名稱|客戶姓名|顧客|會員|用戶',
  'customer id': '客戶編號|會員編號|顧客編號|用戶編號|客戶代號',
  'customer email': '電子郵件|客戶信箱|電子信箱',
  company: '公司|公司名稱|組織|單位名稱',
  assignee: '處理人員|處理人|負責人|承辦人|客服人員|專員|指派給|受理人員|客服專員|工程師',
  group: '部門|組別|群組|處理單位|承辦單位|團隊|負責部門|處理部門',
  subject: '主旨|標題|主題',
  description: '描述|說明|問題描述|內容|案件內容|問題說明',
  'message text': '訊息|訊息內容',
  comment: '備註|意見|留言',
  sender: '寄件者|發送者|發話者',
  'sent at': '發送時間|傳送時間',
  'customer satisfaction': '滿意度|客戶滿意度|顧客滿意度|服務滿意度',
  rating: '評分|滿意度評分|評價|評分結果',
  'answered at': '填答時間|回覆時間|回覆日期|填寫時間',
  replies: '回覆次數',
  reopens: '重開次數|重新開啟次數',
  'first response time': '首次回應時長|首次回覆時長|首次回應耗時',
  'resolution time': '處理時長|解決時長|處理耗時|結案時長',
  'sla met': '是否符合sla|sla達成|符合sla|是否達成sla|準時完成|是否如期',
  'sla breached': '是否逾期|是否超時|違反sla',
  'start date': '開始日期|生效日期|加入日期',
  'cancelled at': '取消時間|取消日期|解約日期|終止日期',
  'end date': '結束日期|合約到期日',
  'old status': '原狀態|舊狀態|變更前狀態',
  'new status': '新狀態|變更後狀態',
  month: '月份',
  weekday: '星期',
  minutes: '分鐘',
  hours: '小時',
  days: '天數',
  seconds: '秒數',
};

/** Said of values. */
export const traditionalGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: '新建|新案件|未處理|待處理|未指派|待受理|未受理|新增',
    open: '處理中|進行中|已受理|已指派|開啟|未結案|開放|已派工|重新開啟',
    pending: '等待客戶|等待客戶回覆|待客戶回覆|待回覆|等候客戶|客戶確認中',
    on_hold: '暫停|擱置|暫緩|等待廠商|待料|等待第三方',
    solved: '已解決|已完成|完成|處理完成|已處理|已修復|已回覆結案',
    closed: '已結案|結案|已關閉|關閉|已取消|取消|已撤案|已退件',
    merged: '已合併|合併|重複',
    spam: '垃圾郵件|垃圾信',
    deleted: '已刪除|刪除',
  },
  priorities: { low: '低|較低', normal: '中|普通|一般|中等', high: '高|較高', urgent: '緊急|最高|特急|危急' },
  roles: {
    customer: '客戶|顧客|會員|訪客',
    agent: '客服|客服人員|專員|處理人員',
    bot: '機器人|智能客服',
    system: '系統',
  },
};
