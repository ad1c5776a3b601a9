// Columns of a table and the order of its rows.

export interface Column<Row> {
  id: string;
  label: string;
  /** Numbers stand right. */
  numeric?: boolean;
  /** What a row is sorted by; a column without it can't be sorted. Empty values come last. */
  sortBy?: (row: Row) => string | number | null;
  /** Whether the first press sorts downwards, as for grades and counts. */
  descendingFirst?: boolean;
}

export interface Order {
  column: string;
  descending: boolean;
}

/** The rows in order; rows that are equal keep their places. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
  locale: string,
): Row[] {
  const by = columns.find((column) => column.id === order?.column)?.sortBy;
  if (!by || !order) return [...rows];
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = by(a);
    const right = by(b);
    if (left === null || right === null) {
      return left === right ? 0 : left === null ? 1 : -1;
    }
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

/** The order after a heading was pressed. */
export function pressed<Row>(column: Column<Row>, order: Order | null): Order {
  if (order?.column === column.id) return { column: column.id, descending: !order.descending };
  return { column: column.id, descending: column.descendingFirst ?? false };
}
