using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A source has a property.</summary>
internal sealed class SourceIsNotEmpty : Rule<AuthorizationSource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2687",
        DiagnosticSeverity.Error,
        "The source has no property.",
        "Give one such as 'namespaces', or remove the entry.");

    public override void Check(AuthorizationSource value, Place place)
    {
        if (PolicyValues.Of(value).All(v => v.Values.Count == 0))
        {
            place.Report(Descriptor);
        }
    }
}
