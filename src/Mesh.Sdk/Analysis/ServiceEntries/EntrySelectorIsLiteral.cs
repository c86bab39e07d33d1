using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The selector of an entry names labels literally.</summary>
internal sealed class EntrySelectorIsLiteral : Rule<NetworkingWorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2400",
        DiagnosticSeverity.Error,
        "The selector asks for '{0}: {1}', and Istio accepts neither an empty key nor '*'; it checks nothing else of the object then.",
        "Give key and value literally in workloadSelector.labels.");

    public override string VectorId => "SE-SELECTOR";

    public override void Check(NetworkingWorkloadSelector value, Place place)
    {
        foreach ((string key, string text) in value.Labels)
        {
            if (key.Length == 0 || key.Contains('*', StringComparison.Ordinal) || (text ?? "").Contains('*', StringComparison.Ordinal))
            {
                place.Field("labels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
