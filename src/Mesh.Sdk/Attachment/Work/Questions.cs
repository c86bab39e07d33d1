using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>What one must be allowed to do to apply objects.</summary>
internal static class Questions
{
    private static readonly string[] Verbs = ["get", "list", "create", "patch", "delete"];

    /// <summary>Returns the questions for the objects of a cluster.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="asPeer">The layout if the cluster is the peer, whose token is needed.</param>
    /// <param name="token">Where the token comes from.</param>
    public static IEnumerable<AccessQuestion> For(ResourceSet objects, AttachLayout? asPeer, AttachToken token)
    {
        var places = objects.Select(o => (o.Resource.Type.Group, o.Resource.Type.Plural, o.Resource.Metadata.Namespace)).Where(p => p.Plural is not null).Distinct();
        foreach ((string group, string? plural, string? @namespace) in places)
        {
            foreach (string verb in Verbs)
            {
                yield return new(verb, group, plural!) { Namespace = @namespace };
            }
        }

        if (asPeer is not null && token.Lifetime is not null)
        {
            yield return new("create", "", "serviceaccounts") { Namespace = asPeer.Namespace, Name = asPeer.ServiceAccount, Subresource = "token" };
        }
    }

    /// <summary>Returns a question as words.</summary>
    public static string Describe(AccessQuestion question)
    {
        string kind = question.Subresource is null ? question.Plural : $"{question.Plural}/{question.Subresource}";
        string group = question.Group.Length == 0 ? "" : $".{question.Group}";
        string place = question.Namespace is null ? "" : $" in {question.Namespace}";
        return $"{question.Verb} {kind}{group}{place}";
    }
}
