using System.Reflection;
using System.Text;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Schemas;

namespace Mesh.Sdk.Tests.Diagnostics;

/// <summary>Every descriptor of the library, found where it is declared.</summary>
internal static class DiagnosticCatalog
{
    private const string Introduction = """
        # Diagnostics

        Every code of Mesh.Sdk, `MESH` and four digits. A code is never renumbered and never reused. This list is written from
        the code: `MESH_ACCEPT_DIAGNOSTICS=1 ./test.sh --filter DiagnosticCatalog`.

        | codes | about |
        |---|---|
        | MESH0001 to MESH0099 | reading YAML and JSON |
        | MESH1001 to MESH1999 | the definition of a mesh |
        | MESH2000 to MESH2899 | the objects of a mesh: Istio's own rules and ours |
        | MESH2900 to MESH2949 | upgrade of objects written for old releases |
        | MESH3000 to MESH3099 | scenarios of simulations |
        | MESH4001 to MESH4099 | applying |
        | MESH4101 to MESH4199 | connections to clusters |
        | MESH4201 to MESH4299 | applying to clusters |
        | MESH4301 to MESH4399 | attaching clusters |
        | MESH5001 to MESH5099 | the definition of Kafka flows, and MirrorMaker's property files |
        | MESH5101 to MESH5199 | the objects of Strimzi and Koperator |
        | MESH5200 to MESH5299 | Kafka flows that are taken and will not work |
        | MESH5300 to MESH5399 | settings without effect, engines, connectors, and services of the mesh beside Kafka |
        | MESH5401 to MESH5499 | Connect clusters, connectors and data flows, and applying them |

        An error is refused by the platform or contradicts itself, a warning is accepted but will not do what it seems to, an info
        is worth knowing. A finding is suppressed by code and object, with a reason: `AnalysisOptions.Suppressions`, or the
        annotation `galley.istio.io/analyze-suppress` of an object, which takes our codes and Istio's.

        One mistake is told once. Where istiod's own rules refuse a value, what the schema says of it is left out; where either
        refuses it, so is what would follow from it, but for warnings that istioctl gives as well. Codes that only say less of a
        mistake say so on their page. What istioctl finds and this library does not is in [istioctl.md](istioctl.md).

        | code | severity | finding | istioctl | room |
        |---|---|---|---|---|

        """;

    /// <summary>Gets each descriptor with the room that declares it.</summary>
    public static IReadOnlyList<(DiagnosticDescriptor Descriptor, string Room)> All { get; } =
    [
        .. Declared().Concat(Rules())
            .DistinctBy(d => d.Descriptor)
            .OrderBy(d => d.Descriptor.Code, StringComparer.Ordinal),
    ];

    /// <summary>Returns the list of codes as it stands in the docs.</summary>
    public static string ToMarkdown()
    {
        StringBuilder text = new(Introduction.ReplaceLineEndings("\n"));
        foreach ((DiagnosticDescriptor descriptor, string room) in All)
        {
            string severity = descriptor.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "info",
            };
            string summary = descriptor.Summary.Replace("|", "\\|", StringComparison.Ordinal);
            text.Append($"| [{descriptor.Code}]({descriptor.Code}.md) | {severity} | {summary} | {descriptor.IstioCode ?? ""} | {room} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(DiagnosticDescriptor Descriptor, string Room)> Declared() =>
        from type in typeof(Diagnostic).Assembly.GetTypes().Concat(typeof(Kafka.Replication.ReplicationTopology).Assembly.GetTypes())
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType == typeof(DiagnosticDescriptor)
        select ((DiagnosticDescriptor)field.GetValue(null)!, RoomOf(type));

    private static IEnumerable<(DiagnosticDescriptor Descriptor, string Room)> Rules() =>
        Analyzers.All.Concat(Analyzers.OfMeshes).Concat(KafkaAnalyzers.All).SelectMany(a => a.Rules).Select(r => (r.Descriptor, RoomOf(r.GetType())))
            .Concat(Kafka.Analysis.ReplicationRules.Descriptors.Select(d => (d, "Kafka")));

    private static string RoomOf(Type type) => type.Namespace!["Mesh.Sdk.".Length..].Split('.')[0];
}
