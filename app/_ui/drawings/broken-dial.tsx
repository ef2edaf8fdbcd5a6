import { DrawingFrame } from './drawing-frame.tsx';

/** A dial whose hand fell off. */
export function BrokenDial() {
  return (
    <DrawingFrame star={[114, 28, 1]}>
      <path d="M32 88a48 48 0 0 1 96 0" />
      <path d="M24 94h112" />
      <path d="M40 88h-5M125 88h-5M80 45v-5M50 58l-3.5-3.5M110 58l3.5-3.5M61 49l-2-4M99 49l2-4M43 72l-4.500-2M117 72l4.500-2" />
      <path d="M80 88l-9-13M66 72l4-6-7-2 3-8" />
      <circle cx="80" cy="88" r="4" />
      <path d="M100 104l26-6" strokeDasharray="2 4" />
    </DrawingFrame>
  );
}
