import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Persian call what others call in English, as `glossary` lists it for its languages. Seen in the translations of GLPI
 * (locales/fa_IR), OTRS (Kernel/Language/fa) and Zammad; letters are compared as those of Arabic (`plainArabic`).
 */
export const persian: Readonly<Record<string, string>> = {
  ticket: 'تیکت|تیکت ها|درخواست|درخواست ها|شکایت|رخداد',
  'ticket number':
    'شماره تیکت|شناسه تیکت|شماره درخواست|شناسه درخواست|شماره شکایت|کد رهگیری|کد پیگیری|شماره پیگیری|شناسه|شماره رخداد|کد تیکت',
  number: 'شماره|ردیف',
  'created at': 'ایجاد شده در|زمان ایجاد|تاریخ و زمان ایجاد|زمان ثبت|ایجاد شده|تاریخ و ساعت ثبت',
  'creation date':
    'تاریخ ایجاد|تاریخ ثبت|تاریخ درخواست|تاریخ ثبت درخواست|تاریخ شکایت|تاریخ باز شدن|تاریخ دریافت',
  'first response at': 'اولین پاسخ|تاریخ اولین پاسخ|زمان اولین پاسخ|پاسخ اول',
  'solved at': 'تاریخ حل|زمان حل|حل شده در|تاریخ رفع|تاریخ انجام|تاریخ اتمام|تاریخ پایان',
  'closed at': 'تاریخ بستن|تاریخ بسته شدن|زمان بستن|زمان بسته شدن|بسته شده در',
  'updated at': 'آخرین به روز رسانی|تاریخ به روز رسانی|آخرین تغییر|تاریخ آخرین تغییر|آخرین بروزرسانی',
  'due date': 'مهلت|سررسید|تاریخ سررسید|مهلت انجام',
  status: 'وضعیت|وضعیت تیکت|وضعیت درخواست',
  priority: 'اولویت|فوریت|درجه اهمیت',
  channel: 'کانال|منبع|روش ارتباط',
  category: 'دسته بندی|دسته|نوع|نوع درخواست|موضوع درخواست|گروه بندی',
  tags: 'برچسب ها|برچسب',
  requester: 'درخواست کننده|درخواست دهنده|ثبت کننده|شاکی|متقاضی',
  customer: 'مشتری|نام مشتری|کاربر|نام کاربر',
  'customer email': 'ایمیل|ایمیل مشتری|پست الکترونیک|پست الکترونیکی',
  company: 'شرکت|سازمان|نام شرکت',
  assignee: 'کارشناس|مسئول|مسئول رسیدگی|ارجاع به|ارجاع شده به|نام کارشناس|پشتیبان|پاسخ دهنده',
  group: 'گروه|تیم|دپارتمان|بخش|واحد|صف',
  subject: 'موضوع|عنوان|عنوان تیکت',
  description: 'توضیحات|شرح|شرح مشکل|متن درخواست|شرح درخواست',
  'message text': 'پیام|متن پیام',
  comment: 'نظر|یادداشت|ملاحظات',
  sender: 'فرستنده',
  'sent at': 'زمان ارسال|تاریخ ارسال',
  'customer satisfaction': 'رضایت|رضایت مشتری|میزان رضایت',
  rating: 'امتیاز|نمره|ارزیابی',
  'first response time': 'زمان پاسخ|مدت زمان پاسخ|زمان پاسخگویی|مدت پاسخگویی',
  'resolution time': 'مدت زمان حل|مدت حل|مدت رسیدگی|مدت زمان رسیدگی',
  date: 'تاریخ',
  'time of day': 'ساعت',
  timestamp: 'تاریخ و ساعت|تاریخ و زمان',
  month: 'ماه',
  minutes: 'دقیقه',
  hours: 'ساعت ها',
  days: 'روز',
  seconds: 'ثانیه',
};

/** Said of values. */
export const persianGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'جدید|ثبت شده|بررسی نشده',
    open: 'باز|در حال بررسی|در حال انجام|در حال رسیدگی|ارجاع شده|در دست اقدام|در دست بررسی|بازگشایی شده',
    pending: 'در انتظار|در انتظار پاسخ|در انتظار مشتری|در انتظار پاسخ مشتری|منتظر پاسخ|منتظر مشتری',
    on_hold: 'معلق|متوقف|متوقف شده',
    solved: 'حل شده|رفع شده|انجام شده|تکمیل شده|پاسخ داده شده|خاتمه یافته|اتمام یافته',
    closed: 'بسته|بسته شده|لغو شده|رد شده',
    merged: 'ادغام شده|تکراری',
    spam: 'هرزنامه|اسپم',
    deleted: 'حذف شده',
  },
  priorities: {
    low: 'کم|پایین|پائین',
    normal: 'متوسط|عادی|معمولی',
    high: 'زیاد|بالا|مهم',
    urgent: 'فوری|خیلی زیاد|اضطراری|بحرانی|بسیار مهم',
  },
  roles: {
    customer: 'مشتری|کاربر',
    agent: 'کارشناس|پشتیبان|پشتیبانی',
    bot: 'ربات',
    system: 'سیستم|سامانه',
  },
};
