using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Ports of operations are numbers.</summary>
internal sealed class OperationPortIsPort : Rule<PolicyValues>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2692",
        DiagnosticSeverity.Error,
        "'{0}' is not a port.",
        "Give a number up to 65535; patterns and ranges are not supported.");

    public override void Check(PolicyValues value, Place place)
    {
        for (int i = 0; i < value.Values.Count; i++)
        {
            if (value.IsPorts && !PolicyValues.IsPort(value.Values[i] ?? ""))
            {
                place.Item(i).Report(Descriptor, value.Values[i]);
            }
        }
    }
}
