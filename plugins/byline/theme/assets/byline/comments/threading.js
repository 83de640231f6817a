// Replies that name what they answer, put below it.

/** Return the replies to `root` with all others nested below them; one that answers nothing known stands first. */
export function nest(replies, root) {
  const known = new Map(replies.map((reply) => [reply.id, { ...reply, replies: [] }]));
  const threads = [];
  for (const reply of known.values()) {
    const above = reply.answers === root ? null : known.get(reply.answers);
    (above?.replies ?? threads).push(reply);
  }
  return threads;
}
