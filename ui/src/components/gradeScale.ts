// Geometry of the grade scale, apart from its drawing so that it can be tested.

export interface Cell {
  grade: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The grade itself, another one within the interval, or one outside it. */
  part: "point" | "interval" | "off";
}

export interface Scale {
  cells: Cell[];
  /** Path of the bracket over the interval. */
  bracket: string;
  /** Path of the triangle over the grade. */
  pointer: string;
}

const STEP = 80;

/** The large scale, 400 by 54: bracket, cells, names below. */
export function scale([best, point, worst]: readonly [number, number, number]): Scale {
  const cells = [1, 2, 3, 4, 5].map((grade): Cell => {
    const part = partOf(grade, best, point, worst);
    const tall = part === "point";
    return {
      grade,
      x: (grade - 1) * STEP + 1,
      y: tall ? 12.5 : 16.5,
      width: STEP - 2,
      height: tall ? 21 : 13,
      part,
    };
  });
  const left = (best - 1) * STEP + 2;
  const right = worst * STEP - 2;
  const middle = (point - 1) * STEP + STEP / 2;
  return {
    cells,
    bracket: `M${left} 9v-4H${right}v4`,
    pointer: `M${middle - 5} 1h10l-5 8z`,
  };
}

/** The small scale for a table cell, 70 by 12. */
export function smallScale([best, point, worst]: readonly [number, number, number]): Cell[] {
  return [1, 2, 3, 4, 5].map((grade): Cell => {
    const part = partOf(grade, best, point, worst);
    const height = part === "point" ? 11 : part === "interval" ? 5 : 2;
    return { grade, x: (grade - 1) * 14 + 1, y: 6 - height / 2, width: 12, height, part };
  });
}

function partOf(grade: number, best: number, point: number, worst: number): Cell["part"] {
  if (grade === point) return "point";
  return grade >= best && grade <= worst ? "interval" : "off";
}
