// Days as people write them. The native date field shows them in the order of the desktop's
// language, which may not be the window's, so a day is a text in one order: year, month, day.

/** The day as `YYYY-MM-DD`, from the usual ways to write it; nothing when it is none. */
export function parseDay(text: string): string | null {
  const found =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text) ??
    /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  if (!found) return null;
  const [, year = "", month = "", day = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // A date that does not exist, such as 30 February, comes back as another one or as none.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Day and time of day as `YYYY-MM-DD HH:MM`, with seconds where they were given; nothing when it is none. */
export function parseMoment(text: string): string | null {
  const found = /^(.*\S)[\sT]+(\d{1,2})[:\uff1a](\d{2})(?:[:\uff1a](\d{2}))?\s*$/.exec(text);
  const day = parseDay(found?.[1] ?? "");
  if (!found || !day) return null;
  const [, , hour = "", minute = "", second] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${day} ${hour.padStart(2, "0")}:${minute}${second ? `:${second}` : ""}`;
}
