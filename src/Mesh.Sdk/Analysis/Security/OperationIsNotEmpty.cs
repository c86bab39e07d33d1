using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>An operation has a property.</summary>
internal sealed class OperationIsNotEmpty : Rule<AuthorizationOperation>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2691",
        DiagnosticSeverity.Error,
        "The operation has no property.",
        "Give one such as 'methods', or remove the entry.");

    public override void Check(AuthorizationOperation value, Place place)
    {
        if (PolicyValues.Of(value).All(v => v.Values.Count == 0))
        {
            place.Report(Descriptor);
        }
    }
}
