/** How the parts of Electron that we use say which events they are listened to for. */

type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (member: infer All) => void
  ? All
  : never;

/** An `on` or `once` for every event of a table of argument lists: overloads, as Electron's own are. */
export type Listening<Events> = Intersection<
  {
    [Name in keyof Events]: (event: Name, listener: (...args: EventArguments<Events[Name]>) => void) => unknown;
  }[keyof Events]
>;

type EventArguments<Row> = Row extends unknown[] ? Row : never;

/** An event whose usual course can be stopped. */
export interface Preventable {
  preventDefault(): void;
}
