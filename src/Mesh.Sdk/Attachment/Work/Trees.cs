using System.Text;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Short questions about live objects, typed or not.</summary>
internal static class Trees
{
    public static UntypedValue Tree(this IResource resource) => UntypedWriter.ToUntyped(resource);

    /// <summary>Returns a value of a Secret as text; <see langword="null"/> if there is none, or none in UTF-8 Base64.</summary>
    public static string? SecretValue(this IResource secret, string key)
    {
        string text = secret.Tree().Find(["data", key])?.Text ?? "";
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && length > 0 ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : null;
    }

    /// <summary>Returns the keys of a Secret.</summary>
    public static IEnumerable<string> SecretKeys(this IResource secret)
    {
        UntypedValue? data = secret.Tree().Find(["data"]);
        return data is null ? [] : ((IEnumerable<KeyValuePair<string, UntypedValue>>)data.Fields).Select(f => f.Key);
    }
}
