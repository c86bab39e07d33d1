using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>A service that uses topics is one of the mesh.</summary>
internal sealed class ServiceIsInMesh : Rule<ServiceUse>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5353",
        DiagnosticSeverity.Error,
        "The service '{0}' uses topics and is not in the mesh '{1}'.{2}",
        "Add it to the mesh, or correct name and namespace in UsedBy.");

    public override void Check(ServiceUse value, Place place)
    {
        if (value.Mesh.FindService(value.Use.Service, value.Use.Namespace) is null)
        {
            string name = $"{value.Use.Namespace}/{value.Use.Service}";
            place.Report(Descriptor, name, value.Mesh.Name, Suggestion.For(name, value.Mesh.Services.Select(s => $"{s.Namespace}/{s.Name}")));
        }
    }
}
