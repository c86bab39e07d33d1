using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A CEL rule of a CRD.</summary>
/// <param name="Id">What the generator's table calls it.</param>
/// <param name="Subject">What is reported where the rule does not hold.</param>
/// <param name="Holds">The rule.</param>
internal sealed record CelRule(string Id, CelSubject Subject, Func<UntypedValue, bool> Holds);
