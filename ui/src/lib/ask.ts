/**
 * Hands on what was answered, unless the effect that asked is over by then: the screen was left, or asks
 * for something else. What is returned is the effect's own ending.
 */
export function ask<T>(answer: Promise<T>, take: (answer: T) => void, refuse: (reason: unknown) => void): () => void {
  let over = false;
  answer.then(
    (answered) => {
      if (!over) take(answered);
    },
    (reason: unknown) => {
      if (!over) refuse(reason);
    },
  );
  return () => {
    over = true;
  };
}

/** Numbers questions: each begins with a call, whose answer says whether it is the newest one still. */
export function newest(): () => () => boolean {
  let asked = 0;
  return () => {
    const mine = ++asked;
    return () => mine === asked;
  };
}
