/** What the columns of a field are called: phrases as `foldHeader` folds them, parted by `|`. */
export interface FieldWords {
  readonly strong: string;
  /** Said of this field as a rule, and less so than a strong phrase beside it. */
  readonly fair?: string;
  /** Believed only with the values' support. */
  readonly weak?: string;
}
