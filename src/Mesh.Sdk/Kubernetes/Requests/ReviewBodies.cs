using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Bodies of questions that are asked by creating an object.</summary>
internal static class ReviewBodies
{
    public static ReadOnlyMemory<byte> TokenRequest(TimeSpan lifetime) => Bodies.Write(json =>
    {
        json.Field("apiVersion"u8, "authentication.k8s.io/v1");
        json.Field("kind"u8, "TokenRequest");
        json.Name("spec"u8);
        json.BeginMap();
        json.Field("expirationSeconds"u8, (long)lifetime.TotalSeconds);
        json.EndMap();
    });

    public static ReadOnlyMemory<byte> AccessReview(AccessQuestion question) => Bodies.Write(json =>
    {
        json.Field("apiVersion"u8, "authorization.k8s.io/v1");
        json.Field("kind"u8, "SelfSubjectAccessReview");
        json.Name("spec"u8);
        json.BeginMap();
        json.Name("resourceAttributes"u8);
        WriteAttributes(json, question);
        json.EndMap();
    });

    private static void WriteAttributes(JsonResourceWriter json, AccessQuestion question)
    {
        json.BeginMap();
        json.Field("verb"u8, question.Verb);
        json.Field("group"u8, question.Group);
        json.Field("resource"u8, question.Plural);
        json.Field("subresource"u8, question.Subresource);
        json.Field("namespace"u8, question.Namespace);
        json.Field("name"u8, question.Name);
        json.EndMap();
    }
}
