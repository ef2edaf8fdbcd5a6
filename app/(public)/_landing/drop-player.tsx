'use client';
import { type AnimationEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../_ui/kit/button.tsx';

type Phase = 'running' | 'paused' | 'ended';

/** Runs once when seen, then rests on the finished picture. What moves for longer than five seconds can be stopped. */
export function DropPlayer({
  words,
  sum,
  note,
  children,
}: {
  words: { pause: string; resume: string; again: string; speed: string; second: string };
  sum: ReactNode;
  note: string;
  children: ReactNode;
}) {
  const [phase, setPhase] = useState<Phase>('running');
  const [seen, setSeen] = useState(true);
  /** A new key makes the animations begin anew. */
  const [turn, setTurn] = useState(0);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setPhase('ended');
      return;
    }
    const target = place.current;
    if (!target) return;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? true), { threshold: 0.4 });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);

  const onEnd = (event: AnimationEvent) => {
    if (event.animationName === 'drop-clock') setPhase('ended');
  };
  const press = () => {
    if (phase === 'ended') setTurn(turn + 1);
    setPhase(phase === 'running' ? 'paused' : 'running');
  };
  return (
    <div
      ref={place}
      className="drop-player"
      data-phase={phase === 'running' && !seen ? 'paused' : phase}
      onAnimationEnd={onEnd}
    >
      <div key={turn}>
        {children}
        <div className="drop-foot">
          <span className="drop-clock" data-unit={words.second} aria-hidden="true" />
          <span className="drop-speed" aria-hidden="true">
            {words.speed}
          </span>
          <span className="drop-sum">{sum}</span>
        </div>
      </div>
      <div className="drop-note">
        <p>{note}</p>
        <Button size="small" icon={phase === 'running' ? 'pause' : 'play'} onClick={press}>
          {phase === 'running' ? words.pause : phase === 'paused' ? words.resume : words.again}
        </Button>
      </div>
    </div>
  );
}
