import type { JSX } from 'preact';
import type { ShareBlock, ShareDocument } from '../../core/share/shareDocument';

/** A document as who gets it as a page in HTML reads it. */
export function Document({ document: { title, about, parts } }: { readonly document: ShareDocument }): JSX.Element {
  return (
    <>
      <h3 class="title">{title}</h3>
      {about.map((words) => (
        <p key={words}>
          <em>{words}</em>
        </p>
      ))}
      {parts.map((part, at) => (
        <section key={at} class="block">
          <h4>{part.title}</h4>
          {part.when !== undefined && <p>{part.when}</p>}
          {part.blocks.map((block) => (
            <Block key={block.title} block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

function Block({ block: { title, lines } }: { readonly block: ShareBlock }): JSX.Element {
  const isList = lines.some(([label]) => label !== '');
  return (
    <>
      <h5>{title}</h5>
      {isList ? (
        <dl class="facts">
          {lines.map(([label, words], at) => [<dt key={`label-${at}`}>{label}</dt>, <dd key={at}>{words}</dd>])}
        </dl>
      ) : (
        lines.map(([, words], at) => (
          <p key={at} class="said">
            {words}
          </p>
        ))
      )}
    </>
  );
}
