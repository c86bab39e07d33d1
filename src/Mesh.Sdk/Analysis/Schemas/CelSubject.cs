using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>What CEL rules are about: all rules of one subject have one code.</summary>
internal sealed class CelSubject(string code, string message, string remedy) : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(code, DiagnosticSeverity.Error, message, remedy);

    /// <summary>Gets what is shown of a value; the value itself by default.</summary>
    public Func<UntypedValue, string> Shows { get; init; } = value => value.Shown();

    public override void Check(SchemaValue value, Place place)
    {
        foreach (CelRule rule in value.Node.CelRules)
        {
            if (rule.Subject == this && !rule.Holds(value.Value))
            {
                place.Report(Descriptor, Shows(value.Value));
            }
        }
    }
}
