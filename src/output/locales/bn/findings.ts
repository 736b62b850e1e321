import type { findings as english } from '../en/findings.ts';
import type { Translation } from '../translation.ts';

/** Figures in sentences, and findings, in Bengali. */
export const findings = {
  // figures in sentences, and findings
  'figure.stat': '{metric}, {stat}',
  'figure.of_survey': '{figure}: {survey}',
  'figure.business': '{metric}, {stat} ({clock})',
  'finding.better': (say) =>
    say.message(say.has('silent') ? 'finding.better.silent' : 'finding.better.plain'),
  'finding.better.silent':
    '{figure} কমেছে: {before} → {now} ({change}), অর্ধেকের বেশি কমেছে {silent}টি টিকিট উত্তর ছাড়াই বন্ধ হওয়ায়',
  'finding.better.plain': '{figure} ভালো হয়েছে: {before} → {now} ({change})',
  'finding.worse': '{figure} খারাপ হয়েছে: {before} → {now} ({change})',
  'finding.moved': '{figure} বদলেছে: {before} → {now} ({change})',
  'finding.reversal':
    '{figure}: মোট হিসাব আর ভাগের হিসাব মেলে না। টিকিটের অনুপাত ({dimension}) একই ধরলে পরিবর্তন হয় উল্টো দিকে',
  'finding.by_mix': 'এই পরিবর্তনের {share} এসেছে টিকিটের অনুপাত ({dimension}) বদলানোয়, কাজ বদলানোয় নয়',
  'finding.by_segments': 'পরিবর্তনের প্রধান উৎস ({dimension}): {movers}',
  'finding.mover': '{segment} ({before} → {now})',
  'finding.unusual': (say) =>
    say.message(say.has('silent') ? 'finding.unusual.silent' : 'finding.unusual.plain'),
  'finding.unusual.plain':
    '{figure} এই ডেস্কের জন্য {way}: {now}, সচরাচর {usual} (আগে {before}), নিশ্চিত হওয়ার মতো দিন কম',
  'finding.unusual.silent':
    '{figure} এই ডেস্কের জন্য {way}: {now}, সচরাচর {usual} (আগে {before}), অর্ধেকের বেশি কমেছে {silent}টি টিকিট উত্তর ছাড়াই বন্ধ হওয়ায়',
  'finding.way.better': 'সচরাচরের চেয়ে ভালো',
  'finding.way.worse': 'সচরাচরের চেয়ে খারাপ',
  'finding.way.lower': 'সচরাচরের চেয়ে কম',
  'finding.way.unusual': 'অস্বাভাবিক',
  'finding.volume_high': (say) =>
    say.message(say.has('before') ? 'finding.volume_high.still' : 'finding.volume_high.plain'),
  'finding.volume_high.plain': '{now}টি নতুন টিকিট এসেছে, স্বাভাবিকের চেয়ে বেশি: {high}টি পর্যন্ত স্বাভাবিক',
  'finding.volume_high.still':
    '{now}টি নতুন টিকিট এসেছে, আগের সময়কালের {before}টির পরও স্বাভাবিকের চেয়ে বেশি: {high}টি পর্যন্ত স্বাভাবিক',
  'finding.solved_high':
    '{now}টি টিকিটের সমাধান হয়েছে, স্বাভাবিকের চেয়ে বেশি: {high}টি পর্যন্ত স্বাভাবিক; {created}টি টিকিট এসেছে',
  'finding.solved_low':
    '{created}টি নতুন টিকিট এসেছে, সমাধান হয়েছে মাত্র {now}টির, স্বাভাবিকের চেয়ে কম: অন্তত {low}টি স্বাভাবিক',
  'finding.volume_low': '{now}টি নতুন টিকিট এসেছে, স্বাভাবিকের চেয়ে কম: অন্তত {low}টি স্বাভাবিক',
  'finding.backlog_grew':
    'ব্যাকলগ {before} থেকে বেড়ে {now} হয়েছে: {created}টি টিকিট এসেছে, {solved}টির সমাধান হয়েছে',
  'finding.backlog_shrank': (say) =>
    say.message(say.has('silent') ? 'finding.backlog_shrank.silent' : 'finding.backlog_shrank.plain'),
  'finding.backlog_shrank.silent':
    'ব্যাকলগ {before} থেকে কমে {now} হয়েছে, অর্ধেকের বেশি কমেছে {silent}টি টিকিট উত্তর ছাড়াই বন্ধ হওয়ায়: {created}টি টিকিট এসেছে, {solved}টির সমাধান হয়েছে',
  'finding.backlog_shrank.plain':
    'ব্যাকলগ {before} থেকে কমে {now} হয়েছে: {created}টি টিকিট এসেছে, {solved}টির সমাধান হয়েছে',
  'finding.spike_day': (say) =>
    say.message(say.has('cause') ? 'finding.spike_day.from' : 'finding.spike_day.alone'),
  'finding.spike_day.alone': '{day} ছিল ব্যতিক্রম: {created}টি নতুন টিকিট, ওই বারে সাধারণত {high}টির বেশি হয় না',
  'finding.spike_day.from':
    '{day} ছিল ব্যতিক্রম: {created}টি নতুন টিকিট, ওই বারে সাধারণত {high}টির বেশি হয় না; বেশির ভাগ এসেছে এখান থেকে: {cause}',
  'finding.quiet_day': (say) =>
    say.message(say.has('cause') ? 'finding.quiet_day.from' : 'finding.quiet_day.alone'),
  'finding.quiet_day.alone':
    '{day} তারিখে টিকিট কম এসেছে: {created}টি নতুন টিকিট, ওই বারে সাধারণত {low}টির কম হয় না',
  'finding.quiet_day.from':
    '{day} তারিখে টিকিট কম এসেছে: {created}টি নতুন টিকিট, ওই বারে সাধারণত {low}টির কম হয় না; বেশির ভাগ কমেছে এখানে: {cause}',
  'finding.day_cause': '{segment} ({dimension}: {created}টি, সাধারণত প্রায় {usual}টি)',
  'finding.answers_missing':
    '{tickets}টির মধ্যে {open}টি টিকিটের ({share}) উত্তর এখনো দেওয়া হয়নি, তাই উত্তরের সময় আসলের চেয়ে ভালো দেখাচ্ছে',
  'finding.closed_unanswered': 'শেষ হওয়া {closed}টি টিকিটের মধ্যে {tickets}টি ({share}) কোনো মানুষের উত্তর পায়নি',
  'finding.segment_worse':
    '{segment} ({dimension}, {tickets}টি টিকিট) বাকিদের চেয়ে খারাপ: {figure} {value}, বাকি সব টিকিটে {rest}',
  'finding.quick_answers':
    '{answered}টির মধ্যে {quick}টি প্রথম উত্তর ({share}) এক মিনিটের মধ্যে এসেছে: সম্ভবত স্বয়ংক্রিয়, যা এই এক্সপোর্টে আলাদা করা যায় না',
  'finding.frequent_requester':
    'একজন গ্রাহকই {tickets}টির মধ্যে {most}টি টিকিট ({share}) খুলেছেন: হয়তো কোনো মনিটর বা ইন্টিগ্রেশন',
  'finding.few_ratings': 'মাত্র {share} রেটিং দিয়েছেন: এই স্কোর সবার মতামত না-ও হতে পারে',
  'finding.running_period': 'সময়কাল এখনো শেষ হয়নি: হিসাব {as_of} পর্যন্ত, তুলনা আগের সময়কালের একই অংশের সঙ্গে',
  'finding.edge':
    'তথ্য শুরু হয়েছে {from} থেকে: তার আগের ধীরগতির টিকিট এতে নেই, তাই {figures} আসলের চেয়ে ভালো দেখাচ্ছে',
} satisfies Translation<typeof english>;
