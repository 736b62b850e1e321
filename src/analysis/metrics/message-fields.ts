/** Fields that tell who wrote a message, and whether it is an answer to the requester. */
export const messageFields = ['requester', 'author', 'author_role', 'public', 'text'] as const;
