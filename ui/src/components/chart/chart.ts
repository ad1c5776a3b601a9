// What every chart is made of beside its picture.
import type { FigureCell } from "../../api/contract.gen";

/** The numbers behind a chart: exact in files, as people read them on the screen. */
export interface ChartData {
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly (readonly FigureCell[])[];
  /** The same as text for the screen. */
  shown: readonly (readonly string[])[];
}

/** A place of the picture that can be looked at. */
export interface Spot {
  x: number;
  y: number;
  said: string;
}
