using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A value says something.</summary>
internal sealed class PolicyValueIsNotEmpty : Rule<PolicyValues>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2689",
        DiagnosticSeverity.Error,
        "A value in '{0}' is empty.",
        "Give the value, or '*' for any that is not empty.");

    public override void Check(PolicyValues value, Place place)
    {
        for (int i = 0; i < value.Values.Count; i++)
        {
            if (string.IsNullOrEmpty(value.Values[i]))
            {
                place.Item(i).Report(Descriptor, value.Field);
            }
        }
    }
}
