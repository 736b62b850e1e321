import type { BookChange, IssueBook } from './book.ts';
import { describeIssues, type IssueAssignment } from './describe-issues.ts';
import { readDocuments } from './documents.ts';
import { groupDocuments } from './group-documents.ts';
import { matchBook, updateBook } from './match-book.ts';
import { settings as defaults, type Settings } from './settings.ts';
import type { TextSource } from './text-source.ts';

/** What a run with a book gives beside the issues. */
export interface BookAssignment extends IssueAssignment {
  /** The book with new issues appended; what a person wrote is as it was. */
  readonly book: IssueBook;
  /** What this run found, entry by entry, new ones last. */
  readonly changes: readonly BookChange[];
}

interface IssueInput {
  readonly texts: TextSource;
  /** Ids of the rows: of tickets with equal texts the one with the smallest id is shown. */
  readonly ids?: readonly string[];
}

/**
 * Groups tickets that are about the same problem, from subject and description, in any language, without a model from
 * outside. The number of issues follows from the texts; tickets unlike all others are left out and counted. The same
 * tickets give the same result in any order of rows.
 *
 * With a book, tickets are matched with its issues first; only what is left is searched for new ones, which are
 * appended to the book that comes back.
 */
export function findIssues(input: IssueInput & { book: IssueBook }, settings?: Settings): BookAssignment;
export function findIssues(input: IssueInput, settings?: Settings): IssueAssignment;
export function findIssues(
  { texts, ids, book }: IssueInput & { book?: IssueBook },
  settings: Settings = defaults,
): IssueAssignment {
  const documents = readDocuments(texts, settings);
  if (!book) {
    return describeIssues({ texts, ids, documents, ...groupDocuments(documents, { settings }) });
  }
  const matched = matchBook(documents, { book, settings });
  const found = describeIssues({ texts, ids, documents, ...matched });
  return { ...found, ...updateBook(documents, { book, matched, found, settings }) };
}
