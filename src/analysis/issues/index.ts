/** Recurring issues: finding, naming, keeping them from week to week, and where they are heading. */
export type { BookChange, BookIssue, IssueBook, Prototype } from './book.ts';
export { cleanBody, cleanSubject } from './clean-text.ts';
export type { IssueAssignment } from './describe-issues.ts';
export type { BookAssignment } from './find-issues.ts';
export { findIssues } from './find-issues.ts';
export type { Issue, Topic } from './issue.ts';
export { maskPeople } from './mask-people.ts';
export type { IssueEffort } from './self-service.ts';
export { isSelfServiceCandidate } from './self-service.ts';
export { spreadOver } from './spread.ts';
export type { TextSource } from './text-source.ts';
export { showsTopics } from './topics.ts';
export type { FixedIssue, IssueTrend, SeenSpan, WeeklyCounts } from './trend.ts';
export { countWeeks, fixedTest, spanOfIssues, trendOfIssues } from './trend.ts';
