import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';

/** Retention looks at customers, of whom there are no observations: neither a query nor a folder of them has it (exit 2). */
export const customersUnobserved = (): DeskstatError =>
  new DeskstatError(
    {
      code: 'usage',
      args: { message: sentence('why.customers_unobserved'), try: sentence('hint.metrics_of_files') },
    },
    2,
  );
