import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Vietnamese call what others call in English, as `glossary` lists it for its languages. Seen in the
 * translations of OTRS (Kernel/Language/vi_VN), GLPI (locales/vi_VN), Zammad and Odoo's helpdesk.
 */
export const vietnamese: Readonly<Record<string, string>> = {
  ticket: 'phiếu|yêu cầu|vé|sự cố|phiếu hỗ trợ|yêu cầu hỗ trợ|khiếu nại|phản ánh',
  'ticket number':
    'mã phiếu|số phiếu|mã yêu cầu|số yêu cầu|mã vé|mã ticket|mã sự cố|mã khiếu nại|mã phản ánh|id phiếu|id yêu cầu|mã số|mã hồ sơ|số hồ sơ|mã hỗ trợ|số vé',
  number: 'số|mã',
  'created at':
    'thời gian tạo|tạo lúc|thời điểm tạo|ngày giờ tạo|được tạo lúc|mở lúc|thời gian mở|thời gian tiếp nhận|tiếp nhận lúc|thời điểm tiếp nhận|giờ tạo|thời gian gửi yêu cầu|nhận lúc|ngày giờ tiếp nhận',
  'creation date':
    'ngày tạo|ngày mở|ngày tiếp nhận|ngày yêu cầu|ngày nhận|ngày gửi yêu cầu|ngày phản ánh|ngày khiếu nại|ngày lập|ngày báo|ngày đăng ký yêu cầu',
  'first response at':
    'phản hồi đầu tiên|phản hồi lần đầu|thời điểm phản hồi đầu tiên|ngày phản hồi đầu tiên|trả lời đầu tiên|trả lời lần đầu|phản hồi đầu tiên lúc|ngày giờ phản hồi đầu tiên|ngày trả lời đầu tiên|ngày phản hồi',
  'solved at':
    'giải quyết lúc|ngày giải quyết|thời điểm giải quyết|ngày hoàn thành|hoàn thành lúc|thời điểm hoàn thành|ngày xử lý xong|xử lý xong lúc|ngày giờ hoàn thành|ngày giờ giải quyết|ngày kết thúc xử lý|thời gian hoàn thành',
  'closed at': 'ngày đóng|đóng lúc|thời gian đóng|thời điểm đóng|ngày giờ đóng|ngày đóng phiếu',
  'updated at':
    'cập nhật lúc|ngày cập nhật|cập nhật lần cuối|thời gian cập nhật|cập nhật cuối|lần cập nhật cuối|sửa lần cuối|ngày sửa đổi',
  'due date': 'hạn xử lý|ngày đến hạn|hạn chót|thời hạn|hạn hoàn thành|hạn giải quyết',
  status: 'trạng thái|tình trạng|trạng thái phiếu|trạng thái yêu cầu|tình trạng xử lý|trạng thái xử lý',
  priority: 'mức độ ưu tiên|độ ưu tiên|ưu tiên|mức ưu tiên|mức độ khẩn cấp|mức độ',
  channel: 'kênh|nguồn|kênh liên hệ|kênh tiếp nhận|nguồn tiếp nhận|hình thức tiếp nhận',
  category:
    'loại|danh mục|loại yêu cầu|loại phiếu|phân loại|loại sự cố|nhóm vấn đề|loại vấn đề|loại khiếu nại|chủ đề yêu cầu',
  tags: 'thẻ|nhãn',
  language: 'ngôn ngữ',
  requester: 'người yêu cầu|người gửi yêu cầu|người tạo|người báo|người phản ánh|người khiếu nại',
  customer: 'khách hàng|tên khách hàng|khách|họ tên khách hàng',
  'customer id': 'mã khách hàng|mã kh|id khách hàng|số khách hàng',
  'customer email': 'thư điện tử|email khách hàng|địa chỉ email',
  company: 'công ty|tổ chức|tên công ty|đơn vị khách hàng',
  assignee:
    'người xử lý|nhân viên|phụ trách|người phụ trách|nhân viên xử lý|nhân viên phụ trách|người được giao|giao cho|chuyên viên|kỹ thuật viên|nhân viên hỗ trợ|phân công cho',
  group: 'nhóm|bộ phận|phòng ban|đội|nhóm hỗ trợ|đơn vị xử lý|phòng|hàng đợi|bộ phận xử lý',
  subject: 'tiêu đề|chủ đề',
  description: 'mô tả|nội dung|nội dung yêu cầu|chi tiết|mô tả sự cố|nội dung phản ánh',
  'message text': 'tin nhắn|nội dung tin nhắn',
  comment: 'bình luận|ghi chú|nhận xét|góp ý|ý kiến',
  sender: 'người gửi|tác giả',
  'author role': 'vai trò|loại người gửi|vai trò người gửi',
  'sent at': 'gửi lúc|thời gian gửi|ngày gửi|thời điểm gửi',
  'customer satisfaction': 'mức độ hài lòng|hài lòng|sự hài lòng|độ hài lòng|mức độ hài lòng của khách hàng',
  rating: 'đánh giá|điểm|điểm đánh giá|xếp hạng',
  'answered at': 'ngày trả lời|ngày đánh giá|thời gian đánh giá|thời gian trả lời khảo sát|ngày khảo sát',
  replies: 'số phản hồi|số lần phản hồi|số lượng phản hồi',
  reopens: 'số lần mở lại',
  'first response time':
    'thời gian phản hồi đầu tiên|thời gian phản hồi|thời gian trả lời đầu tiên|thời gian phản hồi lần đầu',
  'resolution time': 'thời gian giải quyết|thời gian xử lý|tổng thời gian xử lý',
  'sla met': 'đạt sla|đúng sla|đúng hạn|trong hạn',
  'sla breached': 'vi phạm sla|quá hạn|trễ hạn|vượt sla|trễ sla',
  'start date': 'ngày bắt đầu|ngày đăng ký|khách hàng từ',
  'cancelled at': 'ngày hủy|ngày huỷ|hủy lúc|ngày chấm dứt',
  'end date': 'ngày kết thúc|ngày hết hạn',
  date: 'ngày',
  'time of day': 'giờ',
  reopened: 'mở lại',
  merged: 'gộp|đã gộp',
  'old status': 'trạng thái cũ|trạng thái trước',
  'new status': 'trạng thái mới|trạng thái sau',
  timestamp: 'thời gian|thời điểm|ngày giờ',
  call: 'cuộc gọi',
  'call id': 'mã cuộc gọi',
  'call start': 'thời gian gọi|giờ gọi|thời điểm gọi|bắt đầu cuộc gọi|thời gian bắt đầu cuộc gọi|ngày gọi',
  'wait time': 'thời gian chờ',
  'talk time': 'thời gian đàm thoại|thời lượng cuộc gọi|thời gian nói chuyện|thời lượng đàm thoại',
  outcome: 'kết quả|kết quả cuộc gọi',
  month: 'tháng',
  weekday: 'thứ trong tuần|thứ',
  quarter: 'quý',
  minutes: 'phút',
  hours: 'số giờ|tiếng',
  days: 'số ngày',
  seconds: 'giây',
};

/** Said of values. */
export const vietnameseGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'mới|mới tạo|chưa phân công|chưa xử lý|tiếp nhận|đã tiếp nhận|chờ tiếp nhận',
    open: 'mở|đang mở|đang xử lý|đang thực hiện|đã phân công|đang tiến hành|đã mở lại|mở lại|đang giải quyết',
    pending:
      'chờ khách hàng|chờ phản hồi|chờ khách hàng phản hồi|đang chờ|đang chờ khách hàng|chờ phản hồi khách hàng|đang chờ phản hồi|chờ kh',
    on_hold: 'tạm dừng|tạm hoãn|chờ nhà cung cấp|chờ bên thứ ba|chờ đối tác|tạm ngưng',
    solved:
      'đã giải quyết|đã xử lý|hoàn thành|đã hoàn thành|hoàn tất|đã xử lý xong|xử lý xong|đã xong|đã khắc phục',
    closed: 'đã đóng|đóng|đã hủy|đã huỷ|hủy|từ chối|đã từ chối|kết thúc|bị hủy',
    merged: 'đã gộp|trùng lặp|trùng|đã hợp nhất',
    spam: 'thư rác',
    deleted: 'đã xóa|đã xoá',
  },
  priorities: {
    low: 'thấp',
    normal: 'trung bình|bình thường|vừa',
    high: 'cao',
    urgent: 'khẩn cấp|khẩn|rất cao|nghiêm trọng|gấp',
  },
  roles: {
    customer: 'khách hàng|khách|người dùng',
    agent: 'nhân viên|nhân viên hỗ trợ|chuyên viên|tư vấn viên|tổng đài viên',
    bot: 'trợ lý ảo',
    system: 'hệ thống',
  },
};
