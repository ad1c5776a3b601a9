// A chart as a file: the shapes that are on the screen, with the looks that the style sheet gave them.

const SHAPES = "rect, circle, path, line, text";
/** What a shape needs to look alike without the style sheet. */
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "text-anchor"] as const;
const SVG = "http://www.w3.org/2000/svg";

function size(svg: SVGSVGElement): [width: number, height: number] {
  return [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
}

function paper(svg: SVGSVGElement): string {
  return getComputedStyle(svg).getPropertyValue("--paper").trim() || "#ffffff";
}

/** The chart as SVG that needs nothing else. */
export function svgOf(svg: SVGSVGElement): string {
  const [width, height] = size(svg);
  const copy = document.createElementNS(SVG, "svg");
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const title = document.createElementNS(SVG, "title");
  title.textContent = svg.getAttribute("aria-label") ?? "";
  const ground = document.createElementNS(SVG, "rect");
  for (const [name, value] of [["width", String(width)], ["height", String(height)], ["fill", paper(svg)]] as const) {
    ground.setAttribute(name, value);
  }
  copy.append(title, ground);
  for (const shape of svg.querySelectorAll<SVGElement>(SHAPES)) {
    const looks = getComputedStyle(shape);
    const drawn = document.createElementNS(SVG, shape.tagName);
    for (const { name, value } of [...shape.attributes]) {
      if (/^(x|y|x1|x2|y1|y2|cx|cy|r|rx|width|height|d)$/.test(name)) drawn.setAttribute(name, value);
    }
    for (const look of LOOKS) {
      const value = looks.getPropertyValue(look);
      if (value) drawn.setAttribute(look, value);
    }
    if (shape.tagName === "text") drawn.textContent = shape.textContent;
    copy.append(drawn);
  }
  return new XMLSerializer().serializeToString(copy);
}

/** The chart as PNG, drawn shape by shape: an SVG put into a picture would lose the program's own fonts. */
export async function pngOf(svg: SVGSVGElement, scale = 2): Promise<Uint8Array> {
  const [width, height] = size(svg);
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const to = canvas.getContext("2d");
  if (!to) throw new Error("no canvas");
  to.scale(scale, scale);
  to.fillStyle = paper(svg);
  to.fillRect(0, 0, width, height);
  for (const shape of svg.querySelectorAll<SVGElement>(SHAPES)) draw(shape, to);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}

function draw(shape: SVGElement, to: CanvasRenderingContext2D): void {
  const looks = getComputedStyle(shape);
  to.globalAlpha = Number(looks.opacity || 1);
  if (shape.tagName === "text") {
    to.font = `${looks.fontWeight} ${looks.fontSize} ${looks.fontFamily}`;
    to.textAlign = ({ middle: "center", end: "end" } as const)[looks.textAnchor] ?? "start";
    to.fillStyle = looks.fill;
    to.fillText(shape.textContent ?? "", value(shape, "x"), value(shape, "y"));
    return;
  }
  const path = pathOf(shape);
  if (looks.fill !== "none") {
    to.fillStyle = looks.fill;
    to.fill(path);
  }
  if (looks.stroke !== "none") {
    to.strokeStyle = looks.stroke;
    to.lineWidth = parseFloat(looks.strokeWidth) || 1;
    to.setLineDash(looks.strokeDasharray === "none" ? [] : looks.strokeDasharray.split(/[\s,]+/).map(parseFloat));
    to.stroke(path);
  }
}

function pathOf(shape: SVGElement): Path2D {
  if (shape.tagName === "path") return new Path2D(shape.getAttribute("d") ?? "");
  const path = new Path2D();
  if (shape.tagName === "rect") path.rect(value(shape, "x"), value(shape, "y"), value(shape, "width"), value(shape, "height"));
  if (shape.tagName === "circle") path.arc(value(shape, "cx"), value(shape, "cy"), value(shape, "r"), 0, 2 * Math.PI);
  if (shape.tagName === "line") {
    path.moveTo(value(shape, "x1"), value(shape, "y1"));
    path.lineTo(value(shape, "x2"), value(shape, "y2"));
  }
  return path;
}

function value(shape: SVGElement, name: string): number {
  return Number(shape.getAttribute(name) ?? 0);
}

/** Bytes as the program takes them. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  // In pieces, since a call takes no hundred thousand arguments.
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}
