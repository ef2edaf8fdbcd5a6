/** The dial is drawn on 640 x 640; a second is a degree, so six minutes are one turn. Zero is at the top. */
export const centre = 320;

export function pointAt(degrees: number, radius: number): readonly [x: number, y: number] {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return [round(centre + radius * Math.cos(radians)), round(centre + radius * Math.sin(radians))];
}

export function arc(fromDegrees: number, toDegrees: number, radius: number): string {
  const large = toDegrees - fromDegrees > 180 ? 1 : 0;
  return `M${pointAt(fromDegrees, radius).join(' ')}A${radius} ${radius} 0 ${large} 1 ${pointAt(toDegrees, radius).join(' ')}`;
}

/** Three waves of banknote engraving around a ring: eighteen lobes, shaded by two others. */
export function guilloche(radius: number): string {
  const turns = 240;
  return [0, 1, 2]
    .map((wave) => {
      const points = Array.from({ length: turns }, (_, step) => {
        const angle = (step / turns) * 2 * Math.PI;
        const swing =
          7.1 * Math.sin(18 * angle + wave * 2.1) +
          3 * Math.sin(12 * angle + wave * 1.1) +
          2.9 * Math.sin(24 * angle - wave * 3);
        return pointAt((step / turns) * 360, radius + swing).join(' ');
      });
      return `M${points.join('L')}Z`;
    })
    .join('');
}

/** The same engraving laid flat: waves that drift apart and meet again, as on the loyalty card. */
export function engravedRibbon(width: number, height: number): string {
  const steps = 96;
  const middle = height / 2;
  return Array.from({ length: 7 }, (_, line) => {
    const points = Array.from({ length: steps + 1 }, (_, step) => {
      const along = step / steps;
      const swing = Math.sin(along * 6 * Math.PI + (line * Math.PI) / 7) * Math.cos(along * 2 * Math.PI - line * 0.12);
      return `${round(along * width)} ${round(middle + swing * (middle - 1))}`;
    });
    return `M${points.join('L')}`;
  }).join('');
}

/** The six-pointed star in twelve facets, every second one in shade. */
export function starFacets(outer: number, inner: number): readonly { path: string; shaded: boolean }[] {
  const corners = Array.from({ length: 12 }, (_, index) => pointAt(index * 30, index % 2 === 0 ? outer : inner));
  return corners.map((corner, index) => {
    const before = corners[(index + 11) % 12] ?? corner;
    return { path: `M${centre} ${centre}L${before.join(' ')}L${corner.join(' ')}Z`, shaded: index % 2 === 1 };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
