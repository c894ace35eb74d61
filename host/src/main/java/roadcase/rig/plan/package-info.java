/**
 * What a script said, as data: immutable, printable, comparable. Every line knows where it was written. Refuses to know
 * what is true while it plays.
 *
 * <pre>
 * RoutePlan   Source ─► Step … ─► Target      in a Place (bank, preset, held layer, page)
 * BanksPlan  PresetPlan ─► SliderPlan ─► Labels
 *  LightPlan  ValuePlan  SwitchPlan  ClockPlan  PanelPlan  DevicePlan  PortPlan
 * </pre>
 */
package roadcase.rig.plan;
